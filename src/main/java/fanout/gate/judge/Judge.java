package fanout.gate.judge;

import fanout.gate.judge.Judgement.NotExcluded;
import fanout.gate.result.GateRun;
import fanout.gate.result.QuantityChoice;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Says what a run found, from its raw numbers alone: the same while it is measured and long after.
public final class Judge {
  private Judge() {}

  /// Judges a run, complete or partial.
  public static Judgement of(GateRun run) {
    var family = TestedFamily.of(run);
    var rows = RowJudge.rows(family);
    var controls = Controls.of(run);
    var largest = family.nothingJudged() ? null : largestNotExcluded(rows);
    return new Judgement(outcome(family, rows, controls, largest), rows, controls, largest);
  }

  /// Indexes of the rows that still need pairs; none where there is nothing left to measure.
  public static List<Integer> open(GateRun run) {
    var family = TestedFamily.of(run);
    return family.open().stream()
        .filter(row -> family.pairs().get(row).size() < run.settings().maxPairs())
        .toList();
  }

  /// Of wall time alone: that is what users wait for, and CPU time that scatters more must not keep
  /// a run from passing.
  private static @Nullable NotExcluded largestNotExcluded(List<JudgedRow> rows) {
    return rows.stream()
        .filter(row -> row.failures().isEmpty())
        .flatMap(row ->
            row.quantities().stream()
                .filter(quantity -> quantity.quantity() instanceof Quantity.Wall)
                .filter(quantity -> !(quantity.verdict() instanceof Verdict.Regressed))
                .map(quantity -> new NotExcluded(row, quantity.quantity(), quantity.notExcluded())))
        .max(Comparator.comparingDouble(NotExcluded::slowdown))
        .orElse(null);
  }

  private static GateOutcome outcome(
      TestedFamily family,
      List<JudgedRow> rows,
      List<JudgedControl> controls,
      @Nullable NotExcluded largest) {
    if (controls.stream().anyMatch(JudgedControl::moved)) {
      return GateOutcome.INVALID;
    }
    if (rows.stream().anyMatch(row -> row.verdict() instanceof Verdict.Regressed)) {
      return GateOutcome.REGRESSED; // also where another row failed
    }
    if (rows.stream().anyMatch(row -> !row.failures().isEmpty())) {
      return GateOutcome.FAILED;
    }
    if (family.nothingJudged()) {
      return GateOutcome.INVALID;
    }
    return passes(family.run(), rows, largest) ? GateOutcome.PASSED : GateOutcome.UNDECIDED;
  }

  private static boolean passes(GateRun run, List<JudgedRow> rows, @Nullable NotExcluded largest) {
    // A comparison with what is no number is never true, and must not pass.
    boolean enough = largest == null || largest.slowdown() <= run.settings().exclude();
    boolean undecided = rows.stream().anyMatch(row -> !row.verdict().decided());
    return run.ended() && run.missing().isEmpty() && enough && !(undecided && mustBeDecided(run));
  }

  /// Where wall time is not judged, no slowdown is excluded either: then only verdicts can pass.
  private static boolean mustBeDecided(GateRun run) {
    return run.settings().failOnUndecided() || !run.settings().judges(QuantityChoice.WALL);
  }
}
