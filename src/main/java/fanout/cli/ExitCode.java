package fanout.cli;

/// How a command ended: API, as scripts and CI rely on the numbers.
public enum ExitCode {
  /// Everything asked for was done, and nothing regressed.
  OK(0),
  /// A fetch failed or the command could not be carried out, or the gate found a regression.
  FAILED(1),
  /// The gate could not decide.
  UNDECIDED(2),
  /// The input was broken, or nothing was judged.
  INVALID(3),
  /// A benchmark failed, or a row is missing.
  BENCHMARK_FAILED(4),
  /// The command line was wrong.
  USAGE(64);

  private final int status;

  ExitCode(int status) {
    this.status = status;
  }

  /// The process's exit status.
  public int status() {
    return status;
  }
}
