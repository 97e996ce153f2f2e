package fanout.gate.judge;

import fanout.gate.result.GateRun;
import fanout.gate.result.Pair;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// What failed of a row, and scores that cannot be compared.
final class FailureSentences {
  private FailureSentences() {}

  /// @param pairs of the row that count
  static List<String> of(GateRun run, int row, List<Pair> pairs) {
    var failures =
        run.failures().stream()
            .filter(failure -> failure.row() == row)
            .map(failure -> failure.arm().label() + ": " + failure.sentence())
            .collect(Collectors.toCollection(ArrayList::new));
    if (new RowObservations(run.rows().get(row), pairs).wall().isEmpty()) {
      failures.add("The arms' scores have units that do not measure the same.");
    }
    return List.copyOf(failures);
  }
}
