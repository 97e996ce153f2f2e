package fanout.gate.result;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/// What a run must exclude to pass, beside a regression.
///
/// @param exclude a slowdown above this that is not excluded makes the run undecided, as a share
/// @param failOnUndecided whether any undecided row does
/// @param advisory whether its verdict is only reported; null where a file of an older gate does
///   not say, which is no
public record PassSettings(
    double exclude,
    boolean failOnUndecided,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean advisory) {
  public static final double DEFAULT_EXCLUDE = 0.25;

  /// @throws IllegalArgumentException with a sentence, if a value is not allowed
  public PassSettings {
    if (!(exclude > 0) || !Double.isFinite(exclude)) {
      throw new IllegalArgumentException(
          "The slowdown to exclude must be above 0, got: " + exclude);
    }
  }

  /// Whether its verdict is only reported.
  public boolean onlyReports() {
    return Boolean.TRUE.equals(advisory);
  }
}
