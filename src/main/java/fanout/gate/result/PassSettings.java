package fanout.gate.result;

/// What a run must exclude to pass, beside a regression.
///
/// @param exclude a slowdown above this that is not excluded makes the run undecided, as a share
/// @param failOnUndecided whether any undecided row does
public record PassSettings(double exclude, boolean failOnUndecided) {
  public static final double DEFAULT_EXCLUDE = 0.25;

  /// @throws IllegalArgumentException with a sentence, if a value is not allowed
  public PassSettings {
    if (!(exclude > 0) || !Double.isFinite(exclude)) {
      throw new IllegalArgumentException(
          "The slowdown to exclude must be above 0, got: " + exclude);
    }
  }
}
