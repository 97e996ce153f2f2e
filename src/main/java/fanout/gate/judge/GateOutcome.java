package fanout.gate.judge;

/// What a run of the gate came to; each has an exit status of its own.
public enum GateOutcome {
  /// Nothing regressed, and no large slowdown is left possible.
  PASSED,
  /// At least one row regressed.
  REGRESSED,
  /// Too little is known to pass.
  UNDECIDED,
  /// A control moved, or nothing was judged.
  INVALID,
  /// A benchmark failed.
  FAILED;

  /// Whether it says something of the candidate, and not that nothing can be said.
  public boolean isVerdict() {
    return switch (this) {
      case PASSED, REGRESSED, UNDECIDED -> true;
      case INVALID, FAILED -> false;
    };
  }
}
