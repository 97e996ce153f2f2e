package fanout.gate.judge;

import static java.util.stream.Collectors.groupingBy;

import fanout.gate.result.InterimLooks;
import fanout.gate.result.LookSettings;
import fanout.stats.AlphaSpending;
import fanout.stats.Holm;
import fanout.stats.RowVariance;
import fanout.stats.VariancePrior;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Judges a family look by look, as far as its pairs reach. A look is taken when all rows that are
/// still open have its number of pairs, and then uses exactly these: so a run says the same while
/// it is measured and when it is judged again.
final class GroupSequentialTest {
  private final List<TestedQuantity> members;
  private final Map<Integer, Integer> pairs;
  private final LookSettings settings;
  private final Set<Integer> open;
  private double spent;

  /// @param pairs counted pairs of each row
  /// @param failed rows that failed: they stay in the family, and nothing is shown of them
  /// @param settings when it is judged, and how strictly
  GroupSequentialTest(
      List<TestedQuantity> members,
      Map<Integer, Integer> pairs,
      Set<Integer> failed,
      LookSettings settings) {
    this.members = members;
    this.pairs = pairs;
    this.settings = settings;
    this.open = new TreeSet<>(pairs.keySet());
    open.removeAll(failed);
  }

  /// Takes all looks that the pairs allow.
  ///
  /// @param ended whether there will be no more pairs: then a last look takes all that is left of
  ///   the level, however many there are
  /// @return rows that are still open: undecided, and not failed
  Set<Integer> judge(boolean ended) {
    var looks = settings.looks();
    var levels = AlphaSpending.levels(settings.alpha(), looks);
    for (int i = 0; i < looks.size() && !open.isEmpty() && looks.get(i) <= fewestPairs(); i++) {
      look(looks.get(i), levels.get(i));
    }
    int last = InterimLooks.even(open.isEmpty() ? 0 : fewestPairs());
    if (ended && last >= InterimLooks.FEWEST_PAIRS && last < looks.getLast()) {
      look(last, settings.alpha() - spent);
    }
    return open;
  }

  /// Of the open rows: each of them has so many.
  private int fewestPairs() {
    return open.stream().mapToInt(row -> pairs.getOrDefault(row, 0)).min().orElseThrow();
  }

  private void look(int count, double level) {
    var ofOpenRows = members.stream().filter(member -> open.contains(member.row())).toList();
    ofOpenRows.forEach(member -> member.take(count));
    learnFromNeighbours();
    for (var hypothesis : Hypothesis.values()) {
      var adjusted =
          Holm.adjusted(members.stream().mapToDouble(m -> m.pValue(hypothesis)).toArray());
      for (int i = 0; i < adjusted.length; i++) {
        if (open.contains(members.get(i).row())) {
          members.get(i).adjust(hypothesis, adjusted[i]);
        }
      }
    }
    ofOpenRows.forEach(member -> member.decide(level));
    open.removeIf(this::isDecided);
    spent += level;
  }

  /// Rows that measure alike scatter alike, and what is closed still tells how much.
  private void learnFromNeighbours() {
    members.stream()
        .collect(groupingBy(TestedQuantity::quantity))
        .values()
        .forEach(alike -> {
          var prior =
              VariancePrior.of(
                  alike.stream().map(TestedQuantity::variance).toArray(RowVariance[]::new));
          alike.forEach(member -> member.expect(prior));
        });
  }

  /// One regression is enough; otherwise all of its times must be decided, or all of its counters
  /// where no time is judged.
  private boolean isDecided(int row) {
    var own = members.stream().filter(member -> member.row() == row).toList();
    return own.stream().anyMatch(member -> member.shown() == Hypothesis.REGRESSED)
        || own.stream()
            .filter(member ->
                member.quantity().timed() || own.stream().noneMatch(m -> m.quantity().timed()))
            .allMatch(member -> member.shown() != null);
  }
}
