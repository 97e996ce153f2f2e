package fanout.gate.result;

/// A counter that is judged beside time.
///
/// @param name of a secondary metric in JMH's JSON, such as `cost.alloc`
/// @param margin as a share: `0.02` is 2 %; 0 where it must be equal in every pair
public record CounterRule(String name, double margin) {
  /// Identical forks differ by some percent where threads share work.
  public static final CounterRule ALLOCATED = new CounterRule(GateFork.ALLOCATED, 0.02);

  public CounterRule {
    if (name.isBlank()) {
      throw new IllegalArgumentException("A counter needs a name, got none");
    }
    if (margin != 0) {
      GateSettings.requireShare("The margin of counter " + name, margin);
    }
  }

  /// Whether any difference counts.
  public boolean exact() {
    return margin == 0;
  }
}
