package fanout.gate.run;

/// A run that cannot begin. The message is one sentence that says why, and what would do.
public final class GateException extends Exception {
  private static final long serialVersionUID = 1;

  /// Why it cannot.
  public enum Reason {
    /// What was requested cannot be done like this.
    USAGE,
    /// What was found so far is kept, and does not fit the budget.
    TOO_LONG,
    /// There is nothing to judge.
    NOTHING_TO_JUDGE,
    /// A benchmark failed.
    BENCHMARK_FAILED
  }

  private final Reason reason;

  private GateException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  static GateException usage(String sentence) {
    return new GateException(Reason.USAGE, sentence);
  }

  static GateException tooLong(String sentence) {
    return new GateException(Reason.TOO_LONG, sentence);
  }

  static GateException nothingToJudge(String sentence) {
    return new GateException(Reason.NOTHING_TO_JUDGE, sentence);
  }

  static GateException benchmarkFailed(String sentence) {
    return new GateException(Reason.BENCHMARK_FAILED, sentence);
  }

  public Reason reason() {
    return reason;
  }
}
