package fanout.gate.report;

import fanout.chart.Percent;
import fanout.chart.PrintableText;
import fanout.gate.judge.JudgedQuantity;
import fanout.gate.judge.JudgedRow;
import fanout.gate.judge.Judgement;
import fanout.gate.judge.Quantity;
import fanout.gate.judge.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is said of one quantity of one row of the gate, in words and numbers. Changes are of the
/// cost: a plus is worse, whichever way the unit runs.
///
/// @param judged null where the row failed before anything of it was judged
record GateLine(JudgedRow row, @Nullable JudgedQuantity judged) {
  private static final String FAILED = "failed";
  private static final String NONE = "-";

  /// All lines, what a reader must look at first.
  static List<GateLine> of(Judgement judgement) {
    var lines = new ArrayList<GateLine>();
    for (var row : judgement.rows()) {
      if (row.quantities().isEmpty() || !row.failures().isEmpty()) {
        lines.add(new GateLine(row, null));
      } else {
        row.quantities().forEach(judged -> lines.add(new GateLine(row, judged)));
      }
    }
    lines.sort(Comparator.comparingInt(GateLine::place));
    return lines;
  }

  private int place() {
    return judged == null ? -1 : judged.verdict().place();
  }

  boolean failed() {
    return !row.failures().isEmpty();
  }

  boolean regressed() {
    return judged != null && judged.verdict() instanceof Verdict.Regressed;
  }

  boolean undecided() {
    return judged != null && judged.verdict() instanceof Verdict.Undecided;
  }

  String verdict() {
    return judged == null ? FAILED : judged.verdict().word();
  }

  String label() {
    return PrintableText.name(row.name());
  }

  String quantity() {
    return judged == null ? NONE : quantity(judged.quantity());
  }

  static String quantity(Quantity quantity) {
    return switch (quantity) {
      case Quantity.Wall _ -> "wall time";
      case Quantity.Cpu _ -> "CPU time";
      case Quantity.P99 _ -> "99th percentile";
      case Quantity.Counter(var rule) -> PrintableText.name(rule.name());
    };
  }

  String change() {
    return judged == null || judged.ratio() == null
        ? NONE
        : Percent.change(judged.ratio().value() - 1);
  }

  String interval() {
    if (judged == null || judged.ratio() == null || judged.ratio().interval() == null) {
      return NONE;
    }
    var interval = judged.ratio().interval();
    return Percent.range(interval.low() - 1, interval.high() - 1);
  }

  String margin() {
    if (judged == null) {
      return NONE;
    }
    return judged.margin() == 0 ? "exact" : Percent.text(judged.margin());
  }

  String pairs() {
    return String.valueOf(
        judged == null || judged.logRatios().isEmpty() ? row.pairs() : judged.logRatios().size());
  }

  /// Why, or what is missing; then what there is to know about the row, once.
  String words() {
    var words = new ArrayList<String>();
    words.addAll(row.failures());
    if (judged != null && judged.verdict() instanceof Verdict.Undecided undecided) {
      words.add(undecided(undecided));
    }
    if (row.marginReason() != null && judged != null && judged.quantity().timed()) {
      words.add("margin: " + row.marginReason());
    }
    if (judged == null || judged.equals(row.quantities().getFirst())) {
      if (row.discardedPairs() > 0) {
        words.add(
            row.discardedPairs() + (row.discardedPairs() == 1 ? " pair" : " pairs") + " discarded");
      }
      words.addAll(row.notes());
    }
    return PrintableText.sentence(String.join("; ", words));
  }

  private static String undecided(Verdict.Undecided undecided) {
    if (undecided.excluded() == null) {
      return "nothing is excluded yet";
    }
    var excluded = "excludes a slowdown of " + Percent.text(undecided.excluded()) + " or more";
    var missing = undecided.missingPairs();
    return excluded
        + (missing == null
            ? ", and more pairs would hardly decide it"
            : ", about %s more %s would decide it"
                .formatted(missing, missing == 1 ? "pair" : "pairs"));
  }

  List<String> cells() {
    return List.of(
        verdict(), label(), quantity(), change(), interval(), margin(), pairs(), words());
  }
}
