package fanout.gate.judge;

import fanout.stats.Estimate;
import fanout.stats.Forecast;
import fanout.stats.HodgesLehmann;
import java.util.Arrays;
import org.apache.commons.statistics.descriptive.StandardDeviation;
import org.jspecify.annotations.Nullable;

/// What is told of a member of the family.
///
/// @param pairs how many of its pairs that rests on
/// @param level one-sided, of a forecast
record TestedQuantityVerdict(TestedQuantity member, int pairs, double level) {
  JudgedQuantity judged() {
    var logRatios = member.observations().firstLogRatios(pairs);
    var ratio =
        logRatios.length == 0 ? null : Estimate.ofLogRatios(logRatios, JudgedQuantity.CONFIDENCE);
    var shown = member.shown();
    return new JudgedQuantity(
        member.quantity(),
        shown == null ? undecided(logRatios, ratio) : shown.verdict(),
        member.margin(),
        ratio,
        logRatios.length == 0 ? null : Math.exp(HodgesLehmann.of(logRatios)),
        Arrays.stream(logRatios).boxed().toList(),
        shown == null ? null : member.pairs(),
        new JudgedQuantity.PValues(
            member.adjusted(Hypothesis.REGRESSED),
            member.adjusted(Hypothesis.IMPROVED),
            member.adjusted(Hypothesis.SAME)));
  }

  private Verdict undecided(double[] logRatios, @Nullable Estimate ratio) {
    var interval = ratio == null ? null : ratio.interval();
    return new Verdict.Undecided(
        interval == null ? null : Math.max(0, interval.high() - 1), missing(logRatios));
  }

  /// The distance to the nearest verdict: beyond the margin, or inside it on both sides.
  private @Nullable Integer missing(double[] logRatios) {
    if (member.exact() || logRatios.length < 2) {
      return null;
    }
    double mean = Arrays.stream(logRatios).average().orElseThrow();
    double distance = Math.abs(Math.abs(mean) - member.logMargin());
    var needed =
        Forecast.observations(distance, StandardDeviation.of(logRatios).getAsDouble(), level);
    return needed.isEmpty() ? null : Math.max(1, needed.getAsInt() - logRatios.length);
  }
}
