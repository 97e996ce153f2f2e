package fanout.gate.judge;

import fanout.gate.result.GateRun;
import fanout.gate.result.ReferenceLoopPair;
import fanout.stats.Estimate;
import java.util.List;
import java.util.Locale;
import org.apache.commons.statistics.descriptive.StandardDeviation;
import org.apache.commons.statistics.distribution.FDistribution;

/// Whether the machine kept still, by a loop of pure JDK code that runs twice in each round. Its
/// two runs are the same program, so no order of theirs can tell them apart; what can is how far
/// the two of a round lie apart, and whether rounds differ from each other more than these two do.
final class ReferenceLoopControls {
  private static final String WITHIN = "reference loop, scatter within rounds";
  private static final String BETWEEN = "reference loop, scatter from round to round";

  /// What scatters more than this leaves nothing to compare, as a standard deviation of logarithms.
  /// Of 30 honest runs on a shared machine the two runs of a round had 0.12 to 0.45 and rounds 0.06
  /// to 0.45, and pairs of forks beside them agreed within some percent: less is no reason to
  /// distrust them.
  static final double MOST = 0.5;

  private ReferenceLoopControls() {}

  static List<JudgedControl> of(GateRun run) {
    var pairs = run.referenceLoop().stream().filter(ReferenceLoopPair::counts).toList();
    var baseline = pairs.stream().mapToDouble(pair -> Math.log(pair.baseline())).toArray();
    var candidate = pairs.stream().mapToDouble(pair -> Math.log(pair.candidate())).toArray();
    return of(baseline, candidate, run.ended());
  }

  /// @param baseline logarithm of the time in the baseline's place, of each round
  /// @param candidate of that in the candidate's
  /// @param tested only a run that ended is tested
  static List<JudgedControl> of(double[] baseline, double[] candidate, boolean tested) {
    int rounds = baseline.length;
    if (rounds < 2) {
      return List.of(new JudgedControl(WITHIN, null, 1, false, "was not measured"));
    }
    var differences = new double[rounds];
    var levels = new double[rounds];
    for (int i = 0; i < rounds; i++) {
      differences[i] = candidate[i] - baseline[i];
      levels[i] = (candidate[i] + baseline[i]) / 2;
    }
    return List.of(within(differences, tested), between(levels, differences, tested));
  }

  private static JudgedControl within(double[] differences, boolean tested) {
    double spread = StandardDeviation.of(differences).getAsDouble();
    return new JudgedControl(WITHIN, factor(spread), 1, tested && spread > MOST, finding(spread));
  }

  /// An analysis of variance: where the speed never changes, the mean of two runs scatters half as
  /// much as their difference.
  private static JudgedControl between(double[] levels, double[] differences, boolean tested) {
    double spread = StandardDeviation.of(levels).getAsDouble();
    double byChance = StandardDeviation.of(differences).getAsDouble() / 2;
    double freedom = levels.length - 1.0;
    double pValue =
        tested && byChance > 0
            ? FDistribution.of(freedom, freedom)
                .survivalProbability(spread * spread / (byChance * byChance))
            : 1;
    return new JudgedControl(
        BETWEEN,
        factor(spread),
        pValue,
        pValue <= Controls.LEVEL && spread > MOST,
        finding(spread));
  }

  private static String finding(double spread) {
    return String.format(
        Locale.ROOT,
        "has a standard deviation of %.1f %%, and may have %.0f %%",
        100 * spread,
        100 * MOST);
  }

  private static Estimate factor(double deviation) {
    return new Estimate(Math.exp(deviation), null, 1);
  }
}
