package fanout.gate.judge;

import fanout.stats.Estimate;
import fanout.stats.Forecast;
import fanout.stats.HodgesLehmann;
import fanout.stats.ModeratedMean;
import java.util.Arrays;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What is told of a member of the family.
///
/// @param pairs how many of its pairs that rests on
/// @param level one-sided, of the last look
/// @param undecided how many of the family are undecided
record TestedQuantityVerdict(TestedQuantity member, int pairs, double level, int undecided) {
  JudgedQuantity judged() {
    var logRatios = member.observations().firstLogRatios(pairs);
    var mean = member.mean(pairs);
    var ratio = mean == null ? null : mean.ratio(JudgedQuantity.CONFIDENCE);
    var shown = isFlipped() ? null : member.shown();
    return new JudgedQuantity(
        member.quantity(),
        shown == null ? undecided(mean, ratio) : shown.verdict(),
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

  /// Whether it was the same, and pairs after that show one arm at 0 and the other not.
  private boolean isFlipped() {
    return member.shown() == Hypothesis.SAME
        && !member.exact()
        && member.observations().withoutRatio(pairs) > 0;
  }

  private Verdict undecided(@Nullable ModeratedMean mean, @Nullable Estimate ratio) {
    var interval = ratio == null ? null : ratio.interval();
    return new Verdict.Undecided(
        interval == null ? null : Math.max(0, interval.high() - 1),
        mean == null || mean.freedom() == 0 || member.exact() ? null : missing(mean));
  }

  /// Until the nearest verdict: beyond the margin, or inside it on both sides.
  private @Nullable Integer missing(ModeratedMean mean) {
    double deviation = mean.standardError() * Math.sqrt(mean.observations());
    double apart = Math.abs(mean.mean());
    double forFamily = level / Math.max(1, undecided);
    var parts =
        apart > member.logMargin()
            ? Stream.of(
                Forecast.observations(apart, deviation, forFamily),
                Forecast.observations(apart - member.logMargin(), deviation, level))
            : Stream.of(Forecast.observations(member.logMargin() - apart, deviation, forFamily));
    int fewest = apart > member.logMargin() ? 0 : Hypothesis.FEWEST_PAIRS_OF_SAME;
    int needed = parts.mapToInt(part -> part.orElse(Integer.MAX_VALUE)).reduce(fewest, Math::max);
    return needed == Integer.MAX_VALUE ? null : Math.max(1, needed - mean.observations());
  }
}
