package fanout.cli;

import fanout.fetch.Content;
import fanout.fetch.Endpoint;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Turns the URLs that a user gives into endpoints.
final class Endpoints {
  private static final int MAX_PORT = 65_535;

  private Endpoints() {}

  /// One endpoint per URL, whose answer may be any JSON.
  static List<Endpoint> of(List<URI> urls) {
    return urls.stream().map(Endpoints::endpoint).toList();
  }

  /// The URLs in `file`, one per line; blank lines and lines that begin with `#` do not count.
  static List<Endpoint> read(Path file) {
    List<String> lines;
    try {
      lines = Files.readAllLines(file);
    } catch (IOException e) {
      throw new CommandException(ExitCode.USAGE, "Cannot read the file of URLs '" + file + "'");
    }
    var endpoints =
        lines.stream()
            .map(String::strip)
            .filter(line -> !line.isEmpty() && !line.startsWith("#"))
            .map(line -> endpoint(parse(line)))
            .toList();
    if (endpoints.isEmpty()) {
      throw new CommandException(ExitCode.USAGE, "There is no URL in '" + file + "'");
    }
    return endpoints;
  }

  /// Checks that `url` is the address of a server and no more.
  static URI requireServer(String option, URI url) {
    requireWebAddress(option, url);
    requireNoPath(option, url);
    return url;
  }

  /// Checks that `url`, which has a host, has no path: those of the six endpoints would take its
  /// place.
  static void requireNoPath(String option, URI url) {
    boolean hasPath = url.getRawPath().length() > 1; // "/" is none
    if (hasPath || url.getRawQuery() != null || url.getRawFragment() != null) {
      throw new CommandException(
          ExitCode.USAGE,
          option
              + " takes a server's address without a path, such as http://127.0.0.1:8080, got: "
              + url);
    }
  }

  private static void requireWebAddress(String option, URI url) {
    if (url.getHost() == null || !isWeb(url)) {
      throw new CommandException(
          ExitCode.USAGE,
          option + " takes an http or https URL such as http://127.0.0.1:8080, got: " + url);
    }
    if (url.getPort() > MAX_PORT) {
      throw new CommandException(
          ExitCode.USAGE, option + " takes a URL with a port up to " + MAX_PORT + ", got: " + url);
    }
  }

  private static URI parse(String line) {
    try {
      return URI.create(line);
    } catch (IllegalArgumentException _) {
      throw new CommandException(ExitCode.USAGE, "'" + line + "' is not a URL");
    }
  }

  private static Endpoint endpoint(URI url) {
    requireWebAddress("--url", url);
    return new Endpoint(label(url), url, Content.ANY_JSON);
  }

  private static String label(URI url) {
    @Nullable String path = url.getPath();
    return path == null || path.length() < 2 ? url.getHost() : path.substring(1);
  }

  private static boolean isWeb(URI url) {
    return "http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme());
  }
}
