package fanout.gate.run;

import fanout.gate.judge.DiscardRule;
import fanout.gate.result.InterimLooks;
import fanout.gate.run.ExpectedRow.ExpectedMode;
import fanout.measure.ForkLength;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/// What is planned before the pilots, from what is requested, what is annotated, and how long a
/// single fork took that did next to nothing: rows that do not fit the budget are refused before
/// time is spent on them.
///
/// @param request what is requested
/// @param lengths how long forks are
/// @param rows what is going to be measured
/// @param startSeconds what a fork takes beside its iterations
record AdvancePlan(
    GateRequest request, ForkLengths lengths, List<ExpectedRow> rows, double startSeconds) {
  private static final int FEWEST_PAIRS = InterimLooks.FEWEST_PAIRS;
  private static final int MOST_PILOTS = 3;

  /// Of the budget, what pilots may take where one of each row would do.
  private static final double PILOTS_SHARE = 0.15;

  /// How many pilot forks a row has: three show how much forks scatter, and where there are many
  /// rows their neighbours do.
  int pilotForks() {
    if (!lengths.warmUpFromPilots()) {
      return 1;
    }
    int forks = MOST_PILOTS;
    while (forks > 1 && forks * pilotSeconds() > PILOTS_SHARE * budgetSeconds()) {
      forks--;
    }
    return forks;
  }

  /// The longest warm-up with which six pairs fit, in iterations; the fewest that there are, where
  /// they do not.
  int mostWarmUp() {
    int most = WarmUp.MOST;
    while (most > WarmUp.FEWEST && !fits(rows, most)) {
      most--;
    }
    return most;
  }

  /// Refuses what cannot fit.
  ///
  /// @throws GateException with what would fit
  void requireRoom() throws GateException {
    if (fits(rows, WarmUp.FEWEST)) {
      return;
    }
    int fitting = 0;
    while (fits(rows.subList(0, fitting + 1), WarmUp.FEWEST)) {
      fitting++;
    }
    throw GateException.usage(
        "Six pairs of %s take %s, pilots and pairs that may be discarded included, and the budget is %s: add --budget %s%s"
            .formatted(
                rows(rows.size()),
                GateProgress.time(seconds(rows, WarmUp.FEWEST)),
                GateProgress.time(budgetSeconds()),
                enough(seconds(rows, WarmUp.FEWEST)),
                fitting == 0
                    ? ", or ask for shorter forks (-i, -r, -wi, -w)"
                    : ", or ask for %s (--include, -e, -p)%s"
                        .formatted(fitting == 1 ? "1 row" : fitting + " rows at most", example())));
  }

  /// The plan for people.
  String describe() {
    return String.format(
        Locale.ROOT,
        "%s in both arms; %d pilot %s of the baseline each, which are not judged: %s. Six pairs take %s at"
            + " most, where a fork starts in %.1f s.",
        rows(rows.size()),
        pilotForks(),
        pilotForks() == 1 ? "fork" : "forks",
        GateProgress.time(pilotForks() * pilotSeconds()),
        GateProgress.time(pairsSeconds(rows, mostWarmUp())),
        startSeconds);
  }

  /// Says of a budget in JMH's way what holds as much.
  static String enough(double seconds) {
    return (long) Math.ceil(seconds / 60) + "m";
  }

  private String example() {
    return rows.stream()
        .map(row -> row.row().benchmark())
        .distinct()
        .filter(name -> fits(of(name), WarmUp.FEWEST))
        .findFirst()
        .filter(name -> of(name).size() < rows.size())
        .map(name -> ", such as --include '" + name + "'")
        .orElse("");
  }

  private List<ExpectedRow> of(String benchmark) {
    return rows.stream().filter(row -> row.row().benchmark().equals(benchmark)).toList();
  }

  private static String rows(int count) {
    return count == 1 ? "1 row" : count + " rows";
  }

  private boolean fits(List<ExpectedRow> some, int warmUp) {
    return seconds(some, warmUp) <= budgetSeconds();
  }

  private double seconds(List<ExpectedRow> some, int warmUp) {
    double pilots = some.stream().mapToDouble(this::pilotSeconds).sum();
    return pilotForks() * pilots + pairsSeconds(some, warmUp);
  }

  private double budgetSeconds() {
    return request.budget().toMillis() / 1000.0;
  }

  /// One of each row.
  private double pilotSeconds() {
    return rows.stream().mapToDouble(this::pilotSeconds).sum();
  }

  private double pilotSeconds(ExpectedRow row) {
    return row.modes().stream().mapToDouble(mode -> seconds(mode, lengths.pilot())).sum();
  }

  /// Of six pairs, and of those that may be discarded.
  private double pairsSeconds(List<ExpectedRow> some, int warmUp) {
    var forks =
        some.stream()
            .flatMap(row -> row.modes().stream())
            .mapToDouble(mode -> seconds(mode, lengths.measured(warmUp)))
            .toArray();
    double all = DoubleStream.of(forks).sum();
    int controls = Math.min(GateSchedule.CONTROLLED_ROWS, forks.length);
    double round = 2 * all + controls * all / Math.max(1, forks.length);
    int pairs = FEWEST_PAIRS + DiscardRule.mostDiscarded(FEWEST_PAIRS);
    return pairs * (round + EtaEstimator.REFERENCE_LOOP_SECONDS);
  }

  private double seconds(ExpectedMode mode, @Nullable ForkLength length) {
    var annotated = mode.annotated();
    double millis;
    if (length == null || (mode.singleShot() && lengths.warmUpFromPilots())) {
      millis = annotated == null ? 0 : annotated;
    } else {
      millis = length.total().toMillis();
    }
    return startSeconds + millis / 1000;
  }
}
