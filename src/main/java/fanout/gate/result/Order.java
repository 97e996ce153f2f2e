package fanout.gate.result;

/// Which fork of a pair ran first.
public enum Order {
  /// Baseline, then candidate.
  AB,
  /// Candidate, then baseline.
  BA
}
