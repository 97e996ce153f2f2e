package fanout.gate.run;

import fanout.gate.result.GateRun;
import fanout.gate.result.Pair;
import fanout.gate.result.RowFailure;
import fanout.gate.run.ForkOutcome.ReferenceLoopMeasured;
import fanout.gate.run.ForkOutcome.RowFailed;
import fanout.gate.run.ForkOutcome.RowMeasured;
import fanout.measure.RoundListener;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/// Prints each outcome of a round in one line: round, pairs, what is decided, time left.
///
/// @param run before the round
/// @param open rows that the round measures
/// @param budget how long the rest takes
/// @param lines hears each line
record GateProgress(GateRun run, List<Integer> open, RoundBudget budget, Consumer<String> lines)
    implements RoundListener<ScheduledFork, ForkOutcome> {

  @Override
  public void finished(ScheduledFork scheduled, int round, ForkOutcome outcome) {
    switch (outcome) {
      case RowMeasured(var pair, var _) -> lines.accept(line(pair));
      case RowFailed(var failure) -> lines.accept(line(round, failure));
      case ReferenceLoopMeasured _ -> {}
    }
  }

  private String line(int round, RowFailure failure) {
    return "round %s: %s failed in the %s: %s"
        .formatted(
            round, run.rowNames().name(failure.row()), failure.arm().label(), failure.sentence());
  }

  private String line(Pair pair) {
    int most = run.settings().maxPairs();
    return String.format(
        Locale.ROOT,
        "round %d of at most %d: %s: %s; %d of %d rows decided; at most %s left",
        pair.round(),
        most,
        run.rowNames().name(pair.row()),
        scores(pair),
        run.rows().size() - open.size(),
        run.rows().size(),
        time(budget.secondsLeft(open, most - pair.round() + 0.5)));
  }

  private String scores(Pair pair) {
    if (!pair.counts()) {
      return "does not count, and is measured again: " + pair.discardReason();
    }
    return String.format(
        Locale.ROOT,
        "%.4g against %.4g %s",
        pair.candidate().score().median(),
        pair.baseline().score().median(),
        run.rows().get(pair.row()).unit());
  }

  static String time(double seconds) {
    var duration = Duration.ofSeconds(Math.max(0, Math.round(seconds)));
    return duration.toSeconds() < 60
        ? duration.toSeconds() + " s"
        : duration.toMinutes() + " min " + duration.toSecondsPart() + " s";
  }
}
