package fanout.gate.judge;

import fanout.gate.result.ControlFork;
import fanout.gate.result.GateRun;
import fanout.stats.Estimate;
import fanout.stats.ModeratedMean;
import fanout.stats.SignedRankTest;
import fanout.stats.VariancePrior;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Tests once, at the end, what cannot have changed: rows of the baseline against itself, and the
/// reference loop. Two such rows at this level call at most 0.1 % of honest runs invalid.
public final class Controls {
  /// Two-sided, of each control.
  public static final double LEVEL = 0.0005;

  /// A shift of less than this part of the margin makes no verdict wrong, and on a steady machine
  /// every trifle is significant.
  private static final double PART_OF_MARGIN = 1.0 / 3;

  private Controls() {}

  static List<JudgedControl> of(GateRun run) {
    var judged = new ArrayList<JudgedControl>();
    for (int row : new TreeSet<>(run.controls().stream().map(ControlFork::row).toList())) {
      judged.add(
          aaControl(
              "A/A control, " + run.rowNames().name(row),
              logRatios(run, row),
              run.ended(),
              run.settings().margin()));
    }
    if (!run.referenceLoop().isEmpty()) {
      judged.addAll(ReferenceLoopControls.of(run));
    }
    return judged;
  }

  private static double[] logRatios(GateRun run, int row) {
    var pairs = run.countedPairs(row);
    var statistic = ForkStatistic.of(run.rows().get(row));
    return run.controls().stream()
        .filter(control -> control.row() == row && control.counts())
        .flatMap(control ->
            pairs.stream()
                .filter(pair -> pair.round() == control.round())
                .map(pair ->
                    Math.log(statistic.of(control.fork().score()))
                        - Math.log(statistic.of(pair.baseline().score()))))
        .mapToDouble(ratio -> ratio)
        .toArray();
  }

  /// As for a verdict, the t test decides and the signed-rank test must agree.
  ///
  /// @param tested only a run that ended is tested: looking twice would find twice as much by
  ///   chance
  /// @param margin of the run, as a share
  static JudgedControl aaControl(String name, double[] logRatios, boolean tested, double margin) {
    var mean = logRatios.length == 0 ? null : ModeratedMean.of(logRatios, VariancePrior.NONE);
    double pValue = tested && mean != null ? mean.apart(0) : 1;
    var ratio = mean == null ? null : mean.ratio(Estimate.CONFIDENCE);
    boolean moved =
        pValue <= LEVEL
            && SignedRankTest.apart(logRatios, 0) <= TestedQuantity.RANK_LEVEL
            && ratio != null
            && Math.abs(Math.log(ratio.value())) > PART_OF_MARGIN * Math.log1p(margin);
    return new JudgedControl(name, ratio, pValue, moved, finding(ratio));
  }

  private static String finding(@Nullable Estimate ratio) {
    return ratio == null
        ? "was not measured"
        : String.format(
            Locale.ROOT,
            "moved by %+.1f %%, where nothing has changed",
            100 * Math.expm1(Math.log(ratio.value())));
  }
}
