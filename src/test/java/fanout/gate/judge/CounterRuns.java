package fanout.gate.judge;

import fanout.gate.result.CounterRule;
import fanout.gate.result.GateRow;
import fanout.gate.result.GateSettings;
import fanout.gate.result.IterationScores;
import fanout.gate.result.Pair;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Mode;

/// Runs of one row and 24 pairs, in which something is measured beside the wall time.
final class CounterRuns {
  static final GateRow ROW = Gates.row("time", Mode.AverageTime, "ms/op");

  private CounterRuns() {}

  static Judgement judge(GateSettings settings, List<Pair> pairs) {
    return Judge.of(Gates.run(settings, List.of(ROW), pairs));
  }

  static JudgedRow judge(
      String name, String unit, double[] before, double[] after, CounterRule... rules) {
    var settings = Gates.withCounters(Gates.settings(24), rules);
    var run = Gates.run(settings, List.of(ROW), pairs(name, unit, before, after));
    return Judge.of(run).rows().getFirst();
  }

  static List<Pair> pairs(String name, String unit, double[] before, double[] after) {
    return pairs(name, unit, before, unit, after);
  }

  /// The wall time is the same in both arms.
  static List<Pair> pairs(
      String name, String oldUnit, double[] before, String newUnit, double[] after) {
    return pairs(name, oldUnit, before, newUnit, after, Judged.ratios(24, 1.0));
  }

  static List<Pair> pairs(
      String name, String oldUnit, double[] before, String newUnit, double[] after, double[] wall) {
    var pairs = new ArrayList<Pair>();
    for (int i = 0; i < 24; i++) {
      pairs.add(
          Gates.pair(
              0,
              i + 1,
              Gates.fork(
                  "ms/op", 100, Map.of(name, new IterationScores(oldUnit, List.of(before[i])))),
              Gates.fork(
                  "ms/op",
                  wall[i],
                  Map.of(name, new IterationScores(newUnit, List.of(after[i]))))));
    }
    return pairs;
  }

  static List<String> labels(JudgedRow row) {
    return row.quantities().stream()
        .map(judged -> judged.quantity().label() + " " + judged.verdict().word())
        .toList();
  }

  static double[] constant(double value) {
    return IntStream.range(0, 24).mapToDouble(_ -> value).toArray();
  }

  static double[] ratios(double ratio) {
    return Judged.ratios(24, ratio);
  }
}
