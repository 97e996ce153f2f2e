package fanout.gate.run;

import fanout.gate.judge.DiscardRule;
import fanout.gate.result.InterimLooks;
import fanout.gate.result.LookSettings;
import fanout.gate.result.QuantityChoice;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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

  /// A row that is decided gives its time to the others, up to this many times the pairs that fit
  /// where none is.
  private static final int CAP = 2;

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

  /// The most pairs of a row: as many as were requested, or twice as many as fit the budget where
  /// all rows need them.
  ///
  /// @throws GateException if fewer than six fit, by more than a round may take too long
  int mostPairs() throws GateException {
    requireRoom();
    return Math.clamp(CAP * fits(), FEWEST_PAIRS, request.settings().maxPairs());
  }

  private void requireRoom() throws GateException {
    double least = FEWEST_PAIRS * roundSeconds() + secondsSpent;
    if (least > RoundBudget.TOLERANCE * request.budget().toMillis() / 1000.0) {
      throw GateException.tooLong(
          "The pilots took longer than was planned: six pairs of %s take %s, pilots included, and the budget is %s; --resume --budget %s continues after the pilots"
              .formatted(
                  rows == 1 ? "1 row" : rows + " rows",
                  GateProgress.time(least),
                  time(request.budget()),
                  AdvancePlan.enough(least)));
    }
  }

  /// The plan for people.
  List<String> describe() throws GateException {
    int most = mostPairs();
    int pairs = Math.clamp(fits(), FEWEST_PAIRS, most);
    return List.of(
        String.format(
            Locale.ROOT,
            "Plan: %d %s, %.1f s per round of one pair each, controls included; %s pairs and what may"
                + " be discarded fit the budget of %s: %s. Rows that are decided give their time to"
                + " the others, up to %d pairs.",
            rows,
            rows == 1 ? "row" : "rows",
            roundSeconds(),
            fits() > 9999 ? "more than 9999" : fits(),
            time(request.budget()),
            GateProgress.time(pairs * roundSeconds()),
            most),
        String.format(
            Locale.ROOT,
            "%d find a slowdown of %.0f %% or more in nine runs of ten, against a margin of %s %%,"
                + " where forks of the same code differ by %.1f %% (standard deviation, %s).",
            pairs,
            100 * findable(pairs),
            percent(request.settings().margin()),
            100 * forkDeviation,
            deviationSeen ? "from the pilots" : "as is usual; there were too few pilots to tell"));
  }

  private double findable(int pairs) {
    var settings = request.settings();
    int times =
        (int)
            Stream.of(QuantityChoice.WALL, QuantityChoice.CPU, QuantityChoice.P99)
                .filter(settings::judges)
                .count();
    int quantities = times + settings.counters().size();
    return MinimumDetectableEffect.slowdown(
        forkDeviation, LookSettings.of(pairs), request.settings().margin(), quantities * rows);
  }

  private double roundSeconds() {
    return pace.roundSeconds(IntStream.range(0, rows).boxed().toList());
  }

  /// Pairs, where a quarter of them is discarded and measured again.
  private long fits() {
    double rounds = (request.budget().toMillis() / 1000.0 - secondsSpent) / roundSeconds();
    long pairs = Math.max(0, (long) rounds);
    while (pairs > 0 && pairs + DiscardRule.mostDiscarded(pairs) > rounds) {
      pairs--;
    }
    return pairs;
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
