package fanout.gate.run;

import fanout.gate.result.GateRun;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What forks of a run took so far.
final class PairTimes {
  private static final double UNKNOWN_SECONDS = 3;
  private static final double NS_PER_SECOND = 1e9;

  private PairTimes() {}

  /// Seconds of a fork of each row.
  static List<Double> forkSeconds(GateRun run) {
    return IntStream.range(0, run.rows().size()).mapToObj(row -> ofRow(run, row)).toList();
  }

  /// Of the forks themselves: a pair may have had an A/A control beside it.
  private static double ofRow(GateRun run, int row) {
    return run.pairs().stream()
        .filter(pair -> pair.row() == row)
        .flatMap(pair -> Stream.of(pair.baseline(), pair.candidate()))
        .mapToDouble(fork -> seconds(Duration.between(fork.startedAt(), fork.endedAt())))
        .average()
        .orElse(UNKNOWN_SECONDS);
  }

  private static double seconds(Duration duration) {
    return duration.toSeconds() + duration.toNanosPart() / NS_PER_SECOND;
  }
}
