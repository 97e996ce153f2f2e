package fanout.gate.result;

/// Something to know about a row that does not change its verdict, such as a remaining trend.
///
/// @param row index into the run's rows, from 0
/// @param sentence what a reader should know
public record RowNote(int row, String sentence) {
  public RowNote {
    Pair.requirePlace(row, 1);
  }
}
