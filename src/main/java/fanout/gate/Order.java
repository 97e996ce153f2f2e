package fanout.gate;

/// Which fork of a pair ran first.
public enum Order {
  /// Baseline, then candidate.
  AB,
  /// Candidate, then baseline.
  BA
}
