package fanout.chart;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A headless Chromium with one page, driven over the DevTools protocol.
public final class Chromium implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int TIMEOUT_SECONDS = 60;
  private static final String ANNOUNCED = "DevTools listening on ";

  /// Name of the variable that is set where tests in a browser must not be skipped.
  private static final String NEEDED = "FANOUT_NEEDS_CHROMIUM";

  /// Something that the browser told unasked.
  public record Event(String method, JsonNode parameters) {}

  private final Process process;
  private final Path profile;
  private final HttpClient http = HttpClient.newHttpClient();
  private final WebSocket socket;
  private final AtomicInteger lastId = new AtomicInteger();
  private final Map<Integer, CompletableFuture<JsonNode>> answers = new ConcurrentHashMap<>();
  private final ConcurrentLinkedQueue<Event> events = new ConcurrentLinkedQueue<>();
  private @Nullable String session;

  /// Where it is on this machine.
  private static Optional<Path> installed() {
    var path = System.getenv().getOrDefault("PATH", "");
    return List.of("chromium", "chromium-browser", "google-chrome", "chrome").stream()
        .flatMap(name -> List.of(path.split(":")).stream().map(dir -> Path.of(dir, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /// The browser of this machine. Without one the test is skipped, or fails where the environment
  /// says that it must run.
  public static Path required() {
    return required(installed(), System.getenv(NEEDED) != null);
  }

  public static Path required(Optional<Path> program, boolean needed) {
    if (program.isEmpty() && needed) {
      throw new AssertionError(NEEDED + " is set, but there is no Chromium on the PATH.");
    }
    assumeTrue(
        program.isPresent(), "Skipped: no Chromium on the PATH; install the package chromium");
    return program.orElseThrow();
  }

  public Chromium(Path program) throws IOException {
    profile = Files.createTempDirectory("fanout-chromium");
    process =
        new ProcessBuilder(
                program.toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--remote-debugging-port=0",
                "--user-data-dir=" + profile,
                "about:blank")
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    var address = new CompletableFuture<URI>();
    Thread.ofVirtual().start(() -> listenTo(process.errorReader(), address));
    socket = await(http.newWebSocketBuilder().buildAsync(await(address), new Listener()));
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

  private static void listenTo(BufferedReader errors, CompletableFuture<URI> address) {
    try (errors) {
      for (var line = errors.readLine(); line != null; line = errors.readLine()) {
        if (line.startsWith(ANNOUNCED)) {
          address.complete(URI.create(line.substring(ANNOUNCED.length())));
        }
      }
      address.completeExceptionally(new IOException("Chromium ended"));
    } catch (IOException e) {
      address.completeExceptionally(e);
    }
  }

  /// Sends one command and waits for its answer.
  public JsonNode send(String method, Map<String, ?> parameters) {
    int id = lastId.incrementAndGet();
    var answer = new CompletableFuture<JsonNode>();
    answers.put(id, answer);
    var message =
        session == null
            ? Map.of("id", id, "method", method, "params", parameters)
            : Map.of("id", id, "method", method, "params", parameters, "sessionId", session);
    await(socket.sendText(JSON.writeValueAsString(message), true));
    return await(answer);
  }

  /// The value of an expression; a promise is waited for.
  public JsonNode evaluate(String expression) {
    var answer =
        send(
            "Runtime.evaluate",
            Map.of("expression", expression, "awaitPromise", true, "returnByValue", true));
    if (answer.has("exceptionDetails")) {
      throw new AssertionError(expression + " failed: " + answer.get("exceptionDetails"));
    }
    return answer.path("result").path("value");
  }

  /// Opens a page from disk in a window of that size, and waits until it has loaded.
  public void open(Path page, int width, int height) {
    send(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    events.clear();
    send("Page.navigate", Map.of("url", page.toUri().toString()));
    evaluate(
        "new Promise(r => document.readyState === 'complete' ? r() : addEventListener('load', r))");
  }

  /// What the system prefers: `light` or `dark`.
  public void preferTheme(String theme) {
    send(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", theme))));
  }

  /// Everything that was told since the page was opened.
  public List<Event> events(String method) {
    return events.stream().filter(event -> event.method().equals(method)).toList();
  }

  private static <T> T await(CompletableFuture<T> future) {
    return future.orTimeout(TIMEOUT_SECONDS, TimeUnit.SECONDS).join();
  }

  private void receive(JsonNode message) {
    if (!message.has("id")) {
      events.add(new Event(message.get("method").asString(), message.path("params")));
      return;
    }
    var answer = answers.remove(message.get("id").asInt());
    if (answer != null && message.has("error")) {
      answer.completeExceptionally(new AssertionError(message.get("error").toString()));
    } else if (answer != null) {
      answer.complete(message.get("result"));
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
    var all = process.descendants().toList();
    process.destroy();
    process
        .onExit()
        .orTimeout(10, TimeUnit.SECONDS)
        .exceptionally(_ -> process.destroyForcibly())
        .join();
    all.forEach(ProcessHandle::destroyForcibly);
    all.forEach(child -> child.onExit().orTimeout(10, TimeUnit.SECONDS).join());
    try (var files = Files.walk(profile)) {
      files.sorted(Comparator.reverseOrder()).forEach(Chromium::delete);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
