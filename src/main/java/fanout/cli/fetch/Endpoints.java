package fanout.cli.fetch;

import fanout.cli.CommandException;
import fanout.cli.ExitCode;
import fanout.cli.ServerUrl;
import fanout.fetch.Endpoint;
import fanout.os.ForeignText;
import fanout.vocabulary.Content;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Turns the URLs that a user gives into endpoints.
public final class Endpoints {
  private Endpoints() {}

  /// One endpoint per URL, whose response may be any JSON.
  static List<Endpoint> of(List<URI> urls) {
    return urls.stream().map(Endpoints::endpoint).toList();
  }

  /// The URLs in `file`, one per line; blank lines and lines that begin with `#` do not count.
  static List<Endpoint> read(Path file) {
    List<String> lines;
    try {
      lines = Files.readAllLines(file);
    } catch (IOException | OutOfMemoryError e) {
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

  private static URI parse(String line) {
    try {
      return URI.create(line);
    } catch (IllegalArgumentException _) {
      throw new CommandException(
          ExitCode.USAGE, "'" + ForeignText.printable(line) + "' is not a URL");
    }
  }

  private static Endpoint endpoint(URI url) {
    ServerUrl.requireWeb("--url", url);
    return new Endpoint(label(url), url, Content.ANY_JSON);
  }

  private static String label(URI url) {
    @Nullable String path = url.getPath();
    return path == null || path.length() < 2
        ? url.getHost()
        : ForeignText.printable(path.substring(1));
  }
}
