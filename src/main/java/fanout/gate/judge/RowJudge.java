package fanout.gate.judge;

import fanout.gate.result.RowNames;
import fanout.stats.AlphaSpending;
import java.util.List;
import java.util.stream.IntStream;

/// Says what a family's rows came to.
///
/// @param names what the rows are called beside each other
record RowJudge(TestedFamily family, RowNames names) {
  static List<JudgedRow> rows(TestedFamily family) {
    var judge = new RowJudge(family, family.run().rowNames());
    return IntStream.range(0, family.run().rows().size()).mapToObj(judge::row).toList();
  }

  private JudgedRow row(int index) {
    var run = family.run();
    var row = run.rows().get(index);
    var judged = family.ofRow(index).stream().map(this::judged).toList();
    return new JudgedRow(
        index,
        row,
        names.name(index),
        family.ofRow(index).stream().mapToInt(family::pairsBehind).max().orElse(0),
        (int) run.pairs().stream().filter(p -> p.row() == index && !p.counts()).count(),
        judged,
        FailureSentences.of(run, index, family.pairs().get(index)),
        NoteSentences.of(family, index),
        run.settings().reasonOf(row));
  }

  private JudgedQuantity judged(TestedQuantity tested) {
    return new TestedQuantityVerdict(tested, family.pairsBehind(tested), lastLevel(), undecided())
        .judged();
  }

  private double lastLevel() {
    var settings = family.run().settings();
    return AlphaSpending.levels(settings.alpha(), settings.looks()).getLast();
  }

  private int undecided() {
    return (int) family.quantities().stream().filter(tested -> tested.shown() == null).count();
  }
}
