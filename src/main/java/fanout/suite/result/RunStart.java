package fanout.suite.result;

import static fanout.suite.result.Whole.whole;
import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;

/// What a run began with: only the same can resume it.
///
/// @param options as they were typed, and the seed
/// @param startedAt when it began
/// @param code digest of the class path
/// @param fingerprint what results depend on
public record RunStart(
    List<String> options, Instant startedAt, String code, Fingerprint fingerprint) {
  /// A file can hold null where these types do not.
  public RunStart {
    options = whole(options, "options");
    requireNonNull(startedAt, "startedAt is null");
    requireNonNull(code, "code is null");
    requireNonNull(fingerprint, "fingerprint is null");
  }
}
