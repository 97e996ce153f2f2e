package fanout.gate.judge;

import static org.assertj.core.api.Assertions.assertThat;

import fanout.gate.result.GateRow;
import fanout.gate.result.GateSettings;
import fanout.gate.result.Pair;
import java.util.List;
import java.util.stream.IntStream;

/// Runs of one row, judged, and the scores that they are made of.
public final class Judged {
  static JudgedQuantity only(Judgement judgement) {
    assertThat(judgement.rows()).hasSize(1);
    assertThat(judgement.rows().getFirst().quantities()).hasSize(1);
    return judgement.rows().getFirst().quantities().getFirst();
  }

  static GateSettings withMargin(double margin) {
    return Gates.withMargins(Gates.settings(24), margin);
  }

  static Judgement judge(GateRow row, double[] candidate) {
    return judge(Gates.settings(24), row, candidate);
  }

  static Judgement judge(GateSettings settings, GateRow row, double[] candidate) {
    return judge(settings, row, Gates.pairs(0, level(candidate.length), candidate));
  }

  static Judgement judge(GateSettings settings, GateRow row, List<Pair> pairs) {
    return Judge.of(Gates.run(settings, List.of(row), pairs));
  }

  /// A baseline of 100 in every pair.
  public static double[] level(int pairs) {
    return IntStream.range(0, pairs).mapToDouble(_ -> 100).toArray();
  }

  /// A candidate that is `ratio` times a baseline of 100, give or take up to 0.12 %, growing and
  /// alternating.
  static double[] ratios(int pairs, double ratio) {
    return IntStream.range(0, pairs)
        .mapToDouble(i -> 100 * ratio * Math.exp(5e-5 * (i + 1) * (i % 2 == 0 ? 1 : -1)))
        .toArray();
  }

  static double alternating(int i, double mean, double spread) {
    return 100 * Math.exp(mean + (i % 2 == 0 ? spread : -spread));
  }
}
