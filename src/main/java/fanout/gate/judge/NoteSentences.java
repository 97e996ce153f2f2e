package fanout.gate.judge;

import fanout.gate.result.CounterRule;
import fanout.gate.result.QuantityChoice;
import fanout.gate.result.RowDifference;
import fanout.gate.result.RowNote;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What to know about a row that does not change its verdict.
final class NoteSentences {
  private NoteSentences() {}

  static List<String> of(TestedFamily family, int row) {
    var notes =
        Stream.concat(
                family.run().differencesOf(row).stream().map(RowDifference::sentence),
                family.run().rowNotes().stream()
                    .filter(note -> note.row() == row)
                    .map(RowNote::sentence))
            .collect(Collectors.toCollection(ArrayList::new));
    var quantities = family.ofRow(row);
    if (!family.pairs().get(row).isEmpty()) {
      if (family.run().settings().judges(QuantityChoice.CPU)
          && quantities.stream().noneMatch(tested -> tested.quantity() instanceof Quantity.Cpu)) {
        notes.add("CPU time is not judged: it is not in every fork, or is 0 there.");
      }
      if (quantities.stream().anyMatch(tested -> tested.quantity() instanceof Quantity.Cpu)) {
        CpuBeside.sentence(family.pairs().get(row)).ifPresent(notes::add);
      }
      if (family.run().settings().judges(QuantityChoice.P99)
          && quantities.stream().noneMatch(tested -> tested.quantity() instanceof Quantity.P99)) {
        notes.add(
            "The 99th percentile is not judged: not every fork sampled 100 times (-bm sample does).");
      }
      family.run().settings().counters().stream()
          .filter(rule -> quantities.stream().noneMatch(tested -> counts(tested, rule)))
          .map(NoteSentences::notJudged)
          .forEach(notes::add);
    }
    quantities.stream()
        .filter(tested -> lacksRatios(tested, family.pairsBehind(tested)))
        .map(tested -> withoutRatio(tested, family.pairsBehind(tested)))
        .forEach(notes::add);
    return List.copyOf(notes);
  }

  private static boolean counts(TestedQuantity tested, CounterRule rule) {
    return tested.quantity().equals(new Quantity.Counter(rule));
  }

  private static String notJudged(CounterRule rule) {
    return "The counter %s is not judged: it is not in every fork, or the arms count it in different units."
        .formatted(rule.name());
  }

  private static boolean lacksRatios(TestedQuantity tested, int pairs) {
    return tested.observations().withoutRatio(pairs) > 0
        && !tested.exact()
        && (tested.shown() == null || tested.shown() == Hypothesis.SAME);
  }

  private static String withoutRatio(TestedQuantity tested, int pairs) {
    return "The counter %s has no ratio in %s of %s pairs, where one arm is 0: it stays undecided."
        .formatted(tested.quantity().label(), tested.observations().withoutRatio(pairs), pairs);
  }
}
