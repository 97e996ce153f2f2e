package fanout.gate.judge;

import fanout.stats.AlphaSpending;
import fanout.stats.Holm;
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
  private final Set<Integer> open;

  /// @param pairs counted pairs of each row
  /// @param failed rows that failed: they stay in the family, and nothing is shown of them
  private GroupSequentialTest(
      List<TestedQuantity> members, Map<Integer, Integer> pairs, Set<Integer> failed) {
    this.members = members;
    this.pairs = pairs;
    this.open = new TreeSet<>(pairs.keySet());
    open.removeAll(failed);
  }

  /// Takes all looks that the pairs allow.
  ///
  /// @return rows that are still open: undecided, and not failed
  static Set<Integer> judge(
      List<TestedQuantity> members,
      Map<Integer, Integer> pairs,
      Set<Integer> failed,
      List<Integer> looks,
      double alpha) {
    var sequence = new GroupSequentialTest(members, pairs, failed);
    var levels = AlphaSpending.levels(alpha, looks);
    for (int i = 0; i < looks.size() && sequence.reaches(looks.get(i)); i++) {
      sequence.look(looks.get(i), levels.get(i));
    }
    return sequence.open;
  }

  private boolean reaches(int look) {
    return !open.isEmpty() && open.stream().allMatch(row -> pairs.getOrDefault(row, 0) >= look);
  }

  private void look(int count, double level) {
    membersOfOpenRows().forEach(member -> member.lookAt(count));
    decide(members.stream().filter(member -> member.quantity().timed()).toList(), level);
    decide(members.stream().filter(member -> !member.quantity().timed()).toList(), level);
    open.removeIf(this::isDecided);
  }

  /// Each verdict is corrected for itself, over the whole family.
  private void decide(List<TestedQuantity> family, double level) {
    for (var hypothesis : Hypothesis.values()) {
      var adjusted =
          Holm.adjusted(family.stream().mapToDouble(m -> m.pValue(hypothesis)).toArray());
      for (int i = 0; i < adjusted.length; i++) {
        if (open.contains(family.get(i).row())) {
          family.get(i).adjust(hypothesis, adjusted[i]);
        }
      }
    }
    family.stream()
        .filter(member -> open.contains(member.row()))
        .forEach(member -> member.decide(level));
  }

  /// One regression is enough; otherwise all of its times must be decided.
  private boolean isDecided(int row) {
    var own = members.stream().filter(member -> member.row() == row).toList();
    return own.stream().anyMatch(member -> member.shown() == Hypothesis.REGRESSED)
        || own.stream()
            .filter(member -> member.quantity().timed())
            .allMatch(member -> member.shown() != null);
  }

  private List<TestedQuantity> membersOfOpenRows() {
    return members.stream().filter(member -> open.contains(member.row())).toList();
  }
}
