package fanout.fetch;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// A fetch that failed. The message is a sentence for people that names the endpoint, the address
/// and what was wrong: the status or the cause.
public final class FetchException extends IOException {
  private static final long serialVersionUID = 1;

  private final String endpointName;
  private final String what;

  /// @param what what was wrong, such as `responded with 500 instead of 200`
  public FetchException(String endpointName, String what, @Nullable Throwable cause) {
    super(endpointName + ": " + what, cause);
    this.endpointName = endpointName;
    this.what = what;
  }

  /// The cause for which a fetch ended, as the caller of its batch gets it.
  ///
  /// @throws RuntimeException if `cause` is unchecked, such as that of a closed fetcher
  public static FetchException of(@Nullable Throwable cause) {
    return switch (cause) {
      case FetchException e -> e;
      case RuntimeException e -> throw e;
      case Error e -> throw e;
      case null, default -> throw new IllegalStateException("A fetch broke off", cause);
    };
  }

  public String endpointName() {
    return endpointName;
  }

  /// What was wrong: the message without the endpoint's name.
  public String what() {
    return what;
  }
}
