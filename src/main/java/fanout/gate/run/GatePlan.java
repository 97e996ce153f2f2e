package fanout.gate.run;

import fanout.gate.result.InterimLooks;
import fanout.gate.result.LookSettings;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// What a run is going to do, and what it can find.
///
/// @param request what is requested
/// @param pace how long it takes
/// @param rows how many rows are compared
/// @param forkDeviation standard deviation of the logarithm of a fork's score
/// @param deviationSeen whether pilots showed that, or it is what is usual
/// @param secondsSpent what was spent of the budget before
record GatePlan(
    GateRequest request,
    EtaEstimator pace,
    int rows,
    double forkDeviation,
    boolean deviationSeen,
    double secondsSpent) {
  private static final int FEWEST_PAIRS = InterimLooks.FEWEST_PAIRS;

  /// Of a fork whose pilots are still to come: starting two JVMs, and no less.
  private static final double LEAST_START_SECONDS = 0.7;

  /// Makes the plan from what the pilots showed.
  static GatePlan of(
      GateRequest request, EtaEstimator pace, List<Pilot> pilots, double secondsSpent) {
    var deviation = deviation(pilots);
    return new GatePlan(
        request,
        pace,
        pilots.size(),
        Double.isNaN(deviation) ? MinimumDetectableEffect.USUAL_FORK_DEVIATION : deviation,
        !Double.isNaN(deviation),
        secondsSpent);
  }

  /// The pairs of each row: as many as were requested, or as fit the budget.
  ///
  /// @throws GateException if those are fewer than six
  int pairs() throws GateException {
    if (fits() < FEWEST_PAIRS) {
      throw tooFew(rows, FEWEST_PAIRS * roundSeconds() + secondsSpent, request.budget());
    }
    return (int) Math.min(request.settings().maxPairs(), fits());
  }

  /// Refuses what cannot fit whatever the pilots will say.
  static void requireRoom(GateRequest request, ForkLengths lengths, int rows) throws GateException {
    var length = lengths.measured(0);
    if (length == null) {
      return; // only the benchmarks know
    }
    double fork = LEAST_START_SECONDS + length.total().toMillis() / 1000.0;
    double pilots = lengths.warmUpFromPilots() ? 3 * fork * rows : 0;
    double least = pilots + FEWEST_PAIRS * 2 * fork * rows;
    if (least > request.budget().toMillis() / 1000.0) {
      throw tooFew(rows, least, request.budget());
    }
  }

  /// The plan for people.
  List<String> describe() throws GateException {
    int pairs = pairs();
    return List.of(
        String.format(
            Locale.ROOT,
            "Plan: %d %s, %.1f s per round of one pair each, controls included; %s pairs fit the"
                + " budget of %s, at most %d are measured: %s.",
            rows,
            rows == 1 ? "row" : "rows",
            roundSeconds(),
            fits() > 9999 ? "more than 9999" : fits(),
            time(request.budget()),
            pairs,
            GateProgress.time(pairs * roundSeconds())),
        String.format(
            Locale.ROOT,
            "They find a slowdown of %.0f %% or more in nine runs of ten, against a margin of %s %%,"
                + " where forks of the same code differ by %.1f %% (standard deviation, %s).",
            100 * findable(pairs),
            percent(request.settings().margin()),
            100 * forkDeviation,
            deviationSeen ? "from the pilots" : "as is usual; there were too few pilots to tell"));
  }

  private double findable(int pairs) {
    int quantities = 2 + request.settings().counters().size(); // wall and CPU time
    return MinimumDetectableEffect.slowdown(
        forkDeviation, LookSettings.of(pairs), request.settings().margin(), quantities * rows);
  }

  private double roundSeconds() {
    return pace.roundSeconds(IntStream.range(0, rows).boxed().toList());
  }

  private long fits() {
    return (long)
        Math.floor((request.budget().toMillis() / 1000.0 - secondsSpent) / roundSeconds());
  }

  private static GateException tooFew(int rows, double seconds, Duration budget) {
    return GateException.usage(
        "Six pairs of %s %s take %s, pilots included, and the budget is %s: ask for fewer rows (--include, -p), shorter forks (-i, -r, -wi, -w) or more time (--budget)"
            .formatted(rows, rows == 1 ? "row" : "rows", GateProgress.time(seconds), time(budget)));
  }

  private static String time(Duration duration) {
    return GateProgress.time((double) duration.toSeconds());
  }

  private static String percent(double share) {
    return new BigDecimal(100 * share)
        .round(new MathContext(3))
        .stripTrailingZeros()
        .toPlainString();
  }

  /// Pooled over rows; NaN where no row has two pilots.
  private static double deviation(List<Pilot> pilots) {
    double squares = 0;
    int freedom = 0;
    for (var pilot : pilots) {
      var logs = pilot.medians().stream().mapToDouble(Math::log).toArray();
      double mean = Arrays.stream(logs).average().orElse(0);
      for (double log : logs) {
        squares += (log - mean) * (log - mean);
      }
      freedom += logs.length - 1;
    }
    return freedom == 0 ? Double.NaN : Math.sqrt(squares / freedom);
  }
}
