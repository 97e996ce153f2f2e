package fanout.gate.run;

import fanout.gate.GateRun;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/// What forks of a run took so far.
final class PairTimes {
  private static final double UNKNOWN_SECONDS = 3;
  private static final double MILLIS_PER_SECOND = 1000;

  private PairTimes() {}

  /// Seconds of a fork of each row.
  static List<Double> forkSeconds(GateRun run) {
    return IntStream.range(0, run.rows().size()).mapToObj(row -> ofRow(run, row)).toList();
  }

  private static double ofRow(GateRun run, int row) {
    return run.pairs().stream()
            .filter(pair -> pair.row() == row)
            .mapToDouble(
                pair -> Duration.between(pair.startedAt(), pair.endedAt()).toMillis() / 2.0)
            .average()
            .orElse(UNKNOWN_SECONDS * MILLIS_PER_SECOND)
        / MILLIS_PER_SECOND;
  }
}
