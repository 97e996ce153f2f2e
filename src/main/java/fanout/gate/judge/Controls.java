package fanout.gate.judge;

import fanout.gate.result.ControlFork;
import fanout.gate.result.GateRun;
import fanout.gate.result.IterationScores;
import fanout.gate.result.ReferenceLoopPair;
import fanout.stats.Estimate;
import fanout.stats.ShiftedTest;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/// Tests once, at the end, what cannot have changed: two rows of the baseline against itself, and
/// the reference loop. Three at this level call at most 1.5 % of honest runs invalid.
public final class Controls {
  /// Two-sided, of each control.
  public static final double LEVEL = 0.005;

  /// A shift of less than this part of the margin makes no verdict wrong, and on a steady machine
  /// every trifle is significant.
  private static final double PART_OF_MARGIN = 1.0 / 3;

  private Controls() {}

  static List<JudgedControl> of(GateRun run) {
    var judged = new ArrayList<JudgedControl>();
    for (int row : new TreeSet<>(run.controls().stream().map(ControlFork::row).toList())) {
      judged.add(judge("A/A control, " + run.rowNames().name(row), aaControl(run, row), run));
    }
    if (!run.referenceLoop().isEmpty()) {
      judged.add(judge("reference loop of the JDK alone", referenceLoop(run), run));
    }
    return judged;
  }

  private static double[] aaControl(GateRun run, int row) {
    var pairs = run.countedPairs(row);
    return run.controls().stream()
        .filter(control -> control.row() == row && control.counts())
        .flatMap(control ->
            pairs.stream()
                .filter(pair -> pair.round() == control.round())
                .map(pair -> logRatio(control.fork().score(), pair.baseline().score())))
        .mapToDouble(ratio -> ratio)
        .toArray();
  }

  private static double logRatio(IterationScores second, IterationScores first) {
    return Math.log(second.median()) - Math.log(first.median());
  }

  private static double[] referenceLoop(GateRun run) {
    return run.referenceLoop().stream()
        .filter(ReferenceLoopPair::counts)
        .mapToDouble(pair -> Math.log(pair.candidate()) - Math.log(pair.baseline()))
        .toArray();
  }

  private static JudgedControl judge(String name, double[] logRatios, GateRun run) {
    return judge(name, logRatios, run.complete(), run.settings().margin());
  }

  /// As for a verdict, the t test decides and the signed-rank test must agree.
  ///
  /// @param tested only a whole run is tested: looking twice would find twice as much by chance
  /// @param margin of the run, as a share
  static JudgedControl judge(String name, double[] logRatios, boolean tested, double margin) {
    double pValue = tested ? ShiftedTest.tApart(logRatios, 0) : 1;
    var ratio = logRatios.length == 0 ? null : Estimate.ofLogRatios(logRatios, Estimate.CONFIDENCE);
    boolean moved =
        pValue <= LEVEL
            && ShiftedTest.rankApart(logRatios, 0) <= TestedQuantity.RANK_LEVEL
            && ratio != null
            && Math.abs(Math.log(ratio.value())) > PART_OF_MARGIN * Math.log1p(margin);
    return new JudgedControl(name, ratio, pValue, moved);
  }
}
