package fanout.fetch;

import fanout.vocabulary.Bodies;
import fanout.vocabulary.Content;
import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/// One address to fetch.
///
/// @param name label in results and charts, such as `users`
/// @param location a path with optional query below the base URI, such as `/users?delayMillis=20`,
///   or an absolute `http` or `https` URI
/// @param content what the response holds, and so how it is decoded
public record Endpoint(String name, URI location, Content content) {

  /// The six endpoints of the stub, in jsonplaceholder's order.
  public static final List<Endpoint> SIX = Content.OF_THE_STUB.stream().map(Endpoint::of).toList();

  /// Checks the location.
  ///
  /// @throws IllegalArgumentException if `location` is neither a path that starts with `/` nor an
  ///   absolute `http` or `https` URI
  public Endpoint {
    if (!isPath(location) && !isWebAddress(location)) {
      throw new IllegalArgumentException(
          "An endpoint is a path that starts with '/' or an http or https URL, got: " + location);
    }
  }

  /// The stub's endpoint that responds with `content`, such as `/users` for [Content#USERS].
  public static Endpoint of(Content content) {
    var name = content.name().toLowerCase(Locale.ROOT);
    return new Endpoint(name, URI.create("/" + name), content);
  }

  /// The endpoints of one batch of these bodies.
  public static List<Endpoint> batchOf(Bodies bodies) {
    return switch (bodies) {
      case SIX -> SIX;
      case EQUAL -> Collections.nCopies(SIX.size(), of(Content.POSTS));
    };
  }

  /// The same endpoint with `query` in place of its own, such as `delayMillis=20`.
  public Endpoint withQuery(String query) {
    var server =
        location.isAbsolute() ? location.getScheme() + "://" + location.getRawAuthority() : "";
    return new Endpoint(name, URI.create(server + location.getRawPath() + "?" + query), content);
  }

  /// The address on the server at `baseUri`; `baseUri` does not matter where the location is
  /// absolute.
  public URI on(URI baseUri) {
    return location.isAbsolute() ? location : baseUri.resolve(location);
  }

  private static boolean isPath(URI location) {
    return !location.isAbsolute()
        && location.getRawAuthority() == null
        && location.getRawPath().startsWith("/");
  }

  private static boolean isWebAddress(URI location) {
    return location.getHost() != null
        && ("http".equalsIgnoreCase(location.getScheme())
            || "https".equalsIgnoreCase(location.getScheme()));
  }
}
