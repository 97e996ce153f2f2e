package fanout.gate.result;

/// Which fork of a pair ran first.
public enum ForkOrder {
  /// Baseline, then candidate.
  AB,
  /// Candidate, then baseline.
  BA
}
