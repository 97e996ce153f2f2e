package fanout.gate.result;

/// A benchmark that crashed, threw, hung or left no result.
///
/// @param row index into the run's rows, from 0
/// @param arm in which it failed
/// @param sentence what happened
public record RowFailure(int row, ArmName arm, String sentence) {
  public RowFailure {
    Pair.requirePlace(row, 1);
  }
}
