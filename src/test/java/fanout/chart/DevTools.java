package fanout.chart;

import fanout.fetch.PlainClient;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The DevTools protocol with one page of a browser.
final class DevTools implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int TIMEOUT_SECONDS = 60;

  /// Something that the browser told unasked.
  record Event(String method, JsonNode parameters) {}

  private final HttpClient http = PlainClient.open();
  private final WebSocket socket;
  private final AtomicInteger lastId = new AtomicInteger();
  private final Map<Integer, CompletableFuture<JsonNode>> responses = new ConcurrentHashMap<>();
  private final ConcurrentLinkedQueue<Event> events = new ConcurrentLinkedQueue<>();
  private @Nullable String session;

  /// Opens an empty page.
  DevTools(URI address) {
    socket = await(http.newWebSocketBuilder().buildAsync(address, new Listener()));
    var target = send("Target.createTarget", Map.of("url", "about:blank"));
    var attached =
        send(
            "Target.attachToTarget",
            Map.of("targetId", target.get("targetId").asString(), "flatten", true));
    session = attached.get("sessionId").asString();
    for (var domain : List.of("Page", "Runtime", "Network", "Log")) {
      send(domain + ".enable", Map.of());
    }
  }

  static <T> T await(CompletableFuture<T> future) {
    return future.orTimeout(TIMEOUT_SECONDS, TimeUnit.SECONDS).join();
  }

  /// Sends one command and waits for its response.
  JsonNode send(String method, Map<String, ?> parameters) {
    int id = lastId.incrementAndGet();
    var response = new CompletableFuture<JsonNode>();
    responses.put(id, response);
    var message =
        session == null
            ? Map.of("id", id, "method", method, "params", parameters)
            : Map.of("id", id, "method", method, "params", parameters, "sessionId", session);
    await(socket.sendText(JSON.writeValueAsString(message), true));
    return await(response);
  }

  /// Everything of that kind since events were last forgotten.
  List<Event> events(String method) {
    return events.stream().filter(event -> event.method().equals(method)).toList();
  }

  void forgetEvents() {
    events.clear();
  }

  private void receive(JsonNode message) {
    if (!message.has("id")) {
      events.add(new Event(message.get("method").asString(), message.path("params")));
      return;
    }
    var response = responses.remove(message.get("id").asInt());
    if (response != null && message.has("error")) {
      response.completeExceptionally(new AssertionError(message.get("error").toString()));
    } else if (response != null) {
      response.complete(message.get("result"));
    }
  }

  private final class Listener implements WebSocket.Listener {
    private final StringBuilder text = new StringBuilder();

    @Override
    public @Nullable CompletionStage<?> onText(
        WebSocket webSocket, CharSequence part, boolean last) {
      text.append(part);
      if (last) {
        receive(JSON.readTree(text.toString()));
        text.setLength(0);
      }
      webSocket.request(1);
      return null;
    }
  }

  @Override
  public void close() {
    socket.abort();
    http.shutdownNow();
  }
}
