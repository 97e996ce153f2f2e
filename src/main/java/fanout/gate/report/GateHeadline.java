package fanout.gate.report;

import fanout.chart.Percent;
import fanout.chart.PrintableText;
import fanout.gate.judge.GateOutcome;
import fanout.gate.judge.JudgedControl;
import fanout.gate.judge.JudgedQuantity;
import fanout.gate.judge.JudgedRow;
import fanout.gate.judge.Judgement;
import fanout.gate.judge.Verdict;
import fanout.gate.result.GateRun;
import java.util.Optional;
import java.util.stream.Stream;

/// What a run of the gate came to, in a line.
record GateHeadline(GateRun run, Judgement judgement) {
  /// More missing rows are counted, not listed.
  private static final int NAMED = 5;

  /// The outcome, the largest slowdown that is not excluded, and what to know about the run.
  String text() {
    var text = new StringBuilder(outcome());
    if (isHeldBack()) {
      text.append(" This is advisory: the exit code is 0.");
    }
    var largest = judgement.largestNotExcluded();
    if (largest != null) {
      text.append(
          Double.isInfinite(largest.slowdown())
              ? " No slowdown is excluded of %s."
                  .formatted(PrintableText.name(largest.row().name()))
              : " The largest slowdown not excluded is %s (%s of %s)."
                  .formatted(
                      Percent.text(Math.max(0, largest.slowdown())),
                      GateLine.quantity(largest.quantity()),
                      PrintableText.name(largest.row().name())));
    }
    if (!run.missing().isEmpty()) {
      text.append(' ').append(missing());
    }
    if (judgement.outcome() == GateOutcome.REGRESSED && hasFailures()) {
      text.append(' ').append(failed());
    }
    if (!run.ended()) {
      text.append(" The run is partial: it may be resumed.");
    }
    run.remarks().forEach(note -> text.append(' ').append(PrintableText.sentence(note)));
    return text.toString();
  }

  /// Whether the run ends well though its verdict would not.
  private boolean isHeldBack() {
    return run.settings().onlyReports()
        && judgement.outcome() != GateOutcome.PASSED
        && judgement.outcome().isVerdict();
  }

  private String outcome() {
    return switch (judgement.outcome()) {
      case PASSED -> "Nothing regressed: " + counts() + ".";
      case REGRESSED -> regressed();
      case UNDECIDED -> "Undecided: " + counts() + ".";
      case INVALID -> invalid();
      case FAILED -> failed();
    };
  }

  private String regressed() {
    var lines = GateLine.of(judgement).stream().filter(GateLine::regressed).toList();
    var first = lines.getFirst();
    return "Regressed: %s of %s by %s (%s interval %s, not adjusted for the number of rows)%s."
        .formatted(
            first.quantity(),
            first.label(),
            first.change(),
            Percent.whole(JudgedQuantity.CONFIDENCE),
            first.interval(),
            lines.size() == 1 ? "" : more(lines.size() - 1, "regression"));
  }

  private String invalid() {
    return judgement.controls().stream()
        .filter(JudgedControl::moved)
        .findFirst()
        .map(control ->
            "Invalid: %s %s; no verdict of this run can be trusted."
                .formatted(PrintableText.name(control.name()), control.finding()))
        .orElse(
            "Invalid: nothing was judged, as no row has the %s pairs of the first look."
                .formatted(run.settings().looks().getFirst()));
  }

  /// A benchmark that is gone cannot regress: it must be said before all that did not.
  private String missing() {
    var names = run.missing().stream().limit(NAMED).map(PrintableText::name).toList();
    int more = run.missing().size() - names.size();
    return "The candidate lacks %s%s of the baseline, which --allow-missing would allow."
        .formatted(String.join(", ", names), more == 0 ? "" : " and " + more + " more");
  }

  private boolean hasFailures() {
    return judgement.rows().stream().anyMatch(row -> !row.failures().isEmpty());
  }

  private String failed() {
    var failed = judgement.rows().stream().filter(row -> !row.failures().isEmpty()).toList();
    return "A benchmark failed: %s, %s%s"
        .formatted(
            PrintableText.name(failed.getFirst().name()),
            closed(PrintableText.sentence(failed.getFirst().failures().getFirst())),
            failed.size() == 1 ? "" : " So did " + (failed.size() - 1) + " more.");
  }

  private static String closed(String sentence) {
    return sentence.endsWith(".") ? sentence : sentence + ".";
  }

  private static String more(int count, String what) {
    return ", and " + count + " more " + what + (count == 1 ? "" : "s");
  }

  /// `of 30 rows, 20 the same, 1 improved, 9 undecided`.
  private String counts() {
    var parts =
        Stream.of(
                count("the same", Verdict.Same.class),
                count("improved", Verdict.Improved.class),
                count("undecided", Verdict.Undecided.class),
                count("regressed", Verdict.Regressed.class))
            .flatMap(Optional::stream)
            .toList();
    return "of %s %s, %s"
        .formatted(
            judgement.rows().size(),
            judgement.rows().size() == 1 ? "row" : "rows",
            String.join(", ", parts));
  }

  private Optional<String> count(String words, Class<? extends Verdict> verdict) {
    long count =
        judgement.rows().stream().map(JudgedRow::verdict).filter(verdict::isInstance).count();
    return count == 0 ? Optional.empty() : Optional.of(count + " " + words);
  }
}
