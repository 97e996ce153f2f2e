package fanout.gate.result;

import java.util.List;

/// When a run is judged, and how strictly.
///
/// @param maxPairs the most pairs of one row, at least [InterimLooks#FEWEST_PAIRS]
/// @param looks numbers of pairs at which it is judged, rising, the last one `maxPairs`
/// @param alpha one-sided level of each verdict over all rows and looks
public record LookSettings(int maxPairs, List<Integer> looks, double alpha) {
  public static final int DEFAULT_MAX_PAIRS = 24;

  /// At most so many of all runs call a row regressed that is no slower: with the noise of a
  /// simulation of 5,000 runs that is below 2 %.
  public static final double ALPHA = 0.015;

  /// @throws IllegalArgumentException with a sentence, if a value is not allowed
  public LookSettings {
    GateSettings.requireShare("The level alpha", alpha);
    looks = List.copyOf(looks);
    InterimLooks.requireValid(looks, maxPairs);
  }

  /// The usual looks and level; of an odd number of pairs the last one is not measured.
  ///
  /// @throws IllegalArgumentException if `maxPairs` is not allowed
  public static LookSettings of(int maxPairs) {
    var looks = InterimLooks.of(maxPairs);
    return new LookSettings(looks.getLast(), looks, ALPHA);
  }
}
