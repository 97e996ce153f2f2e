package fanout.gate.result;

/// A row that the arms do not measure in the same way.
///
/// @param row index into the run's rows, from 0
/// @param sentence what differs, with both values
/// @param comparable whether both still measure the same; if not, the row is neither measured nor
///   judged, and the run does not pass
public record RowDifference(int row, String sentence, boolean comparable) {
  public RowDifference {
    Pair.requirePlace(row, 1);
  }
}
