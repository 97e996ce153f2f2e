package fanout.chart;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fanout.os.Folders;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/// A headless Chromium with one page, driven over the DevTools protocol.
public final class Chromium implements AutoCloseable {
  private static final String ANNOUNCED = "DevTools listening on ";

  /// Name of the variable that is set where tests in a browser must not be skipped.
  private static final String NEEDED = "FANOUT_NEEDS_CHROMIUM";

  private final Process process;
  private final Path profile;
  private final DevTools tools;

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
    tools = new DevTools(DevTools.await(address));
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

  /// Sends one command of the DevTools protocol and waits for its response.
  public JsonNode send(String method, Map<String, ?> parameters) {
    return tools.send(method, parameters);
  }

  /// The value of an expression; a promise is waited for.
  public JsonNode evaluate(String expression) {
    var response =
        send(
            "Runtime.evaluate",
            Map.of("expression", expression, "awaitPromise", true, "returnByValue", true));
    if (response.has("exceptionDetails")) {
      throw new AssertionError(expression + " failed: " + response.get("exceptionDetails"));
    }
    return response.path("result").path("value");
  }

  /// Opens a page from disk in a window of that size, and waits until it has loaded.
  public void open(Path page, int width, int height) {
    send(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    tools.forgetEvents();
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

  /// What was told of that kind since the page was opened.
  public List<JsonNode> events(String method) {
    return tools.events(method).stream().map(DevTools.Event::parameters).toList();
  }

  @Override
  public void close() {
    tools.close();
    var all = process.descendants().toList();
    process.destroy();
    process
        .onExit()
        .orTimeout(10, TimeUnit.SECONDS)
        .exceptionally(_ -> process.destroyForcibly())
        .join();
    all.forEach(ProcessHandle::destroyForcibly);
    all.forEach(child -> child.onExit().orTimeout(10, TimeUnit.SECONDS).join());
    Folders.delete(profile);
  }
}
