package fanout.gate.run;

import fanout.gate.result.GateRow;
import fanout.gate.result.Pair;
import fanout.measure.RoundListener;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;

/// Keeps what was found, and tells of it in one line: round, pairs, what is decided, time left.
///
/// @param ledger where it is kept
/// @param pace how long it takes
/// @param lines hears each line
record GateProgress(GateLedger ledger, EtaEstimator pace, Consumer<String> lines)
    implements RoundListener<ScheduledFork, ForkOutcome> {

  @Override
  public void finished(ScheduledFork entry, int pass, ForkOutcome found) {
    ledger.add(entry, found);
    pace.finished(entry);
    switch (found) {
      case ForkOutcome.APair(Pair pair) -> lines.accept(line(pair));
      case ForkOutcome.ATriple(Pair pair, var _) -> lines.accept(line(pair));
      case ForkOutcome.AFailure(var failure) ->
          lines.accept(
              "round %s: %s failed in the %s: %s"
                  .formatted(
                      entry.round(),
                      ledger.run().rowNames().name(failure.row()),
                      failure.arm().name().toLowerCase(Locale.ROOT),
                      failure.sentence()));
      case ForkOutcome.ARuler _ -> {}
    }
  }

  private String line(Pair pair) {
    var run = ledger.run();
    var open = ledger.open();
    int most = run.settings().maxPairs();
    return String.format(
        Locale.ROOT,
        "round %d of at most %d: %s: %s; %d of %d rows decided; at most %s left",
        pair.round(),
        most,
        run.rowNames().name(pair.row()),
        words(run.rows().get(pair.row()), pair),
        run.rows().size() - open.size(),
        run.rows().size(),
        time(pace.secondsLeft(open, most - pair.round() + 0.5)));
  }

  private static String words(GateRow row, Pair pair) {
    var reason = pair.voidReason();
    if (reason != null) {
      return "does not count, and is measured again: " + reason.replaceFirst("\\.$", "");
    }
    return String.format(
        Locale.ROOT,
        "%.4g against %.4g %s",
        pair.candidate().score().median(),
        pair.baseline().score().median(),
        row.unit());
  }

  static String time(double seconds) {
    var duration = Duration.ofSeconds(Math.max(0, Math.round(seconds)));
    return duration.toSeconds() < 60
        ? duration.toSeconds() + " s"
        : duration.toMinutes() + " min " + duration.toSecondsPart() + " s";
  }
}
