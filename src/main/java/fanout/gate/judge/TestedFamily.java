package fanout.gate.judge;

import fanout.gate.result.GateRun;
import fanout.gate.result.Pair;
import fanout.gate.result.QuantityChoice;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// All that is tested of a run, judged as far as its pairs reach.
///
/// @param run whose rows
/// @param pairs that count, of each row
/// @param quantities of all rows
/// @param failed rows that failed, or that the arms measure in ways that cannot be compared
/// @param open rows that are neither decided nor failed
record TestedFamily(
    GateRun run,
    List<List<Pair>> pairs,
    List<TestedQuantity> quantities,
    Set<Integer> failed,
    Set<Integer> open) {

  static TestedFamily of(GateRun run) {
    var pairs = indexes(run).mapToObj(run::countedPairs).toList();
    var failed =
        indexes(run)
            .filter(row ->
                !run.isComparable(row) || !FailureSentences.of(run, row, pairs.get(row)).isEmpty())
            .boxed()
            .collect(Collectors.toSet());
    var quantities =
        indexes(run)
            .mapToObj(row -> ofRow(run, row, pairs.get(row)))
            .flatMap(List::stream)
            .toList();
    Map<Integer, Integer> counts =
        indexes(run)
            .boxed()
            .collect(Collectors.toMap(Function.identity(), row -> pairs.get(row).size()));
    var open =
        new GroupSequentialTest(quantities, counts, failed, run.settings().lookSettings())
            .judge(run.ended());
    return new TestedFamily(run, pairs, quantities, failed, open);
  }

  private static IntStream indexes(GateRun run) {
    return IntStream.range(0, run.rows().size());
  }

  /// A row without pairs yet counts in the family with one quantity.
  private static List<TestedQuantity> ofRow(GateRun run, int index, List<Pair> pairs) {
    var row = run.rows().get(index);
    double margin = run.settings().marginOf(row);
    var observed = new RowObservations(row, pairs);
    var tested = new ArrayList<TestedQuantity>();
    var wall =
        run.settings().judges(QuantityChoice.WALL) || pairs.isEmpty()
            ? observed.wall()
            : Optional.<Observations>empty();
    wall.map(times -> new TestedQuantity(index, new Quantity.Wall(), margin, times))
        .ifPresent(tested::add);
    if (pairs.isEmpty()) {
      return tested;
    }
    Optional.of(observed)
        .filter(_ -> run.settings().judges(QuantityChoice.CPU))
        .flatMap(RowObservations::cpu)
        .map(cpu -> new TestedQuantity(index, new Quantity.Cpu(), margin, cpu))
        .ifPresent(tested::add);
    Optional.of(observed)
        .filter(_ -> run.settings().judges(QuantityChoice.P99))
        .flatMap(RowObservations::p99)
        .map(p99 -> new TestedQuantity(index, new Quantity.P99(), margin, p99))
        .ifPresent(tested::add);
    for (var rule : run.settings().counters()) {
      var quantity = new Quantity.Counter(rule);
      observed
          .counter(rule.name())
          .map(counter -> new TestedQuantity(index, quantity, rule.margin(), counter))
          .ifPresent(tested::add);
    }
    return tested;
  }

  List<TestedQuantity> ofRow(int row) {
    return quantities.stream().filter(quantity -> quantity.row() == row).toList();
  }

  /// What is decided rests on the look that decided it, what is not on all there is.
  int pairsBehind(TestedQuantity tested) {
    int row = tested.row();
    boolean closed = !open.contains(row) && !failed.contains(row);
    return closed ? tested.pairs() : pairs.get(row).size();
  }

  /// Whether no look was taken.
  boolean nothingJudged() {
    return quantities.stream().noneMatch(quantity -> quantity.pairs() > 0);
  }
}
