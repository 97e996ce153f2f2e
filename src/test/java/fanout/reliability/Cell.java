package fanout.reliability;

import fanout.fetch.FetchException;
import fanout.fetch.FetchFailure;
import fanout.fetch.FetchOutcome;
import fanout.fetch.FetchResult;
import fanout.vocabulary.Strategy;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// What one strategy made of one fault.
///
/// @param failure of the batch whose first failure ends it; null where it was fetched
/// @param collected the same batch with failures collected
/// @param next the batch after both, of which nothing was wrong
/// @param over the longer of both beyond the deadline; negative where they ended before
/// @param requests that met the fault, in each of both
/// @param exitCode of the program; empty where it was not run
record Cell(
    Fault fault,
    Strategy strategy,
    @Nullable FetchException failure,
    List<FetchOutcome> collected,
    List<FetchResult> next,
    Duration over,
    List<Integer> requests,
    OptionalInt exitCode) {

  /// The sentence without the endpoint and its address; empty where it was fetched.
  String sentence() {
    return failure == null ? "" : withoutAddress(failure);
  }

  /// The failures that were collected, as [#sentence()].
  List<String> collectedSentences() {
    return failures().stream().map(each -> withoutAddress(each.cause())).toList();
  }

  /// The endpoints of the failures that were collected.
  List<String> collectedNames() {
    return failures().stream().map(each -> each.endpoint().name()).toList();
  }

  /// Where a fetch ended that was not to end before its deadline.
  boolean isLate() {
    return over.isPositive();
  }

  /// Whether a fetch was sent again because the client ended it with another one.
  boolean isRepeated() {
    return requests.contains(2);
  }

  /// `1 · +3 ms · 1`: requests, time beyond the deadline, exit code.
  String text() {
    return requests.stream().max(Integer::compare).orElse(0)
        + " · "
        + (isLate() ? "+" + over.toMillis() + " ms" : "–")
        + (exitCode.isPresent() ? " · " + exitCode.getAsInt() : "");
  }

  @Override
  public String toString() {
    return fault + " with " + strategy;
  }

  private List<FetchFailure> failures() {
    return collected.stream()
        .filter(FetchFailure.class::isInstance)
        .map(FetchFailure.class::cast)
        .toList();
  }

  private static String withoutAddress(FetchException failure) {
    return failure.what().replaceFirst("GET \\S+ ", "");
  }
}
