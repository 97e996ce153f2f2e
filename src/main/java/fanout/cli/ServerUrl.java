package fanout.cli;

import fanout.os.ForeignText;
import java.net.URI;

/// Checks the URLs that a user gives.
public final class ServerUrl {
  private static final int MAX_PORT = 65_535;

  private ServerUrl() {}

  /// Checks that `url` is the address of a server and no more.
  public static URI requireServer(String option, URI url) {
    requireWeb(option, url);
    requireNoPath(option, url);
    return url;
  }

  /// Checks that `url`, which has a host, has no path: those of the six endpoints would take its
  /// place.
  private static void requireNoPath(String option, URI url) {
    boolean hasPath = url.getRawPath().length() > 1; // "/" is none
    if (hasPath || url.getRawQuery() != null || url.getRawFragment() != null) {
      throw new CommandException(
          ExitCode.USAGE,
          option
              + " takes a server's address without a path, such as http://127.0.0.1:8080, got: "
              + shown(url));
    }
  }

  /// Checks that `url` is an http or https URL with a host.
  public static void requireWeb(String option, URI url) {
    if (url.getHost() == null || !isWeb(url)) {
      throw new CommandException(
          ExitCode.USAGE,
          option + " takes an http or https URL such as http://127.0.0.1:8080, got: " + shown(url));
    }
    if (url.getPort() > MAX_PORT) {
      throw new CommandException(
          ExitCode.USAGE,
          option + " takes a URL with a port up to " + MAX_PORT + ", got: " + shown(url));
    }
  }

  /// A file may hold it.
  private static String shown(URI url) {
    return ForeignText.printable(url.toString());
  }

  private static boolean isWeb(URI url) {
    return "http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme());
  }
}
