package fanout.fetch;

import java.net.ProtocolException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/// Which failures may pass, and how long to wait before the next request.
final class Retry {
  /// Longer than any deadline.
  static final Duration NEVER = Duration.ofNanos(Long.MAX_VALUE);

  private static final Duration FIRST_WAIT = Duration.ofMillis(100);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

  private Retry() {}

  /// Doubles from request to request, from 100 ms to 10 s; a random half of it is left out, so that
  /// many who failed at once do not come back at once. Never less than the server's `Retry-After`.
  ///
  /// @param requests how many have failed
  /// @return [#NEVER] if the failure will not pass
  static Duration waitAfter(FetchException failure, int requests) {
    for (@Nullable Throwable link = failure; link != null; link = link.getCause()) {
      switch (link) {
        case ResponseRejectedException rejected -> {
          return rejected.mayPass() ? longer(backoff(requests), rejected.retryAfter()) : NEVER;
        }
        case HttpTimeoutException _, TimeoutException _ -> {
          return NEVER;
        }
        case SSLException _, ProtocolException _, JacksonException _, Error _ -> {
          return NEVER;
        }
        default -> {}
      }
    }
    return backoff(requests);
  }

  private static Duration backoff(int requests) {
    var whole = FIRST_WAIT.multipliedBy(1L << (requests - 1));
    var bounded = whole.compareTo(LONGEST_WAIT) < 0 ? whole : LONGEST_WAIT;
    long nanos = bounded.toNanos();
    return Duration.ofNanos(nanos / 2 + ThreadLocalRandom.current().nextLong(nanos / 2 + 1));
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? other : one;
  }
}
