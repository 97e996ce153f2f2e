package fanout.gate;

/// The two sides of a comparison.
public enum ArmName {
  BASELINE,
  CANDIDATE
}
