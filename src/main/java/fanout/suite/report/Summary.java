package fanout.suite.report;

import fanout.chart.Percent;
import fanout.chart.TextSection;
import fanout.suite.result.Environment;
import fanout.suite.result.RunRecord;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What a run found in tables and words: `summary.md`, and the console's last page.
public final class Summary {
  private static final String METHOD =
      """
      A score is the mean over forks, one per round, with its 95 % t interval; a ratio is the
      geometric mean over rounds of the pair of forks of that round, with the t interval of its
      logarithm. Within noise of SEQUENTIAL: the ratio's interval holds 1. Within noise of the best:
      a paired t test of the log ratios to the best, with Holm's correction over the other
      strategies, does not reach 5 %, and its intervals of score and ratio overlap the best one's.\
      """;

  private static final String FLOOR =
      """

      The floor is a bare client's time, with a virtual thread and an open socket for each fetch, in
      the same rounds: at 1 a strategy is as fast as any client could be.\
      """;

  private Summary() {}

  /// As Markdown, with a line end at the end.
  public static String markdown(RunRecord run) {
    var environment = run.environment();
    var text = new StringBuilder("# Run " + environment.run().id() + "\n\n");
    if (!environment.notQuotable().isEmpty()) {
      text.append("**").append(notForQuoting(environment)).append("**\n\n");
    }
    text.append(conditions(environment)).append("\n\n");
    for (var section : new SummarySections(run).all()) {
      text.append(section.markdown()).append('\n');
    }
    if (!environment.skipped().isEmpty()) {
      text.append("## Skipped\n\n");
      environment.skipped().forEach(reason -> text.append("- ").append(reason).append('\n'));
      text.append('\n');
    }
    return text.append(method(run)).append('\n').toString();
  }

  /// For a console.
  public static String plain(RunRecord run) {
    var environment = run.environment();
    var sections =
        new SummarySections(run)
            .all().stream().map(TextSection::plain).collect(Collectors.joining("\n"));
    var skipped =
        environment.skipped().stream()
            .map(reason -> "Skipped: " + reason + "\n")
            .collect(Collectors.joining());
    var warning =
        environment.notQuotable().isEmpty() ? "" : "\n" + notForQuoting(environment) + "\n";
    return sections + "\n" + skipped + method(run) + "\n" + warning;
  }

  private static String method(RunRecord run) {
    boolean hasFloor = run.measurements().stream().anyMatch(row -> row.floorRatio() != null);
    return hasFloor ? METHOD + FLOOR : METHOD;
  }

  private static String notForQuoting(Environment environment) {
    return "Not for quoting. " + String.join(" ", environment.notQuotable());
  }

  private static String conditions(Environment environment) {
    var fingerprint = environment.fingerprint();
    var state = environment.machineState();
    return "%s, %s cores, %s, JDK %s, JMH %s; commit %s; %s of %s rounds of preset %s, seed %s. "
            .formatted(
                fingerprint.hardware().cpu(),
                fingerprint.hardware().cores(),
                fingerprint.hardware().os(),
                fingerprint.jdk(),
                fingerprint.jmh(),
                environment.commit() == null ? "unknown" : environment.commit(),
                environment.rounds().finished(),
                environment.rounds().planned(),
                environment.run().preset(),
                environment.rounds().seed())
        + "Meanwhile the host took away %s of the processors' time, and other processes used %s."
            .formatted(percent(state.stealPercent()), percent(state.foreignCpuPercent()));
  }

  private static String percent(@Nullable Double percent) {
    return percent == null ? "an unknown share" : Percent.text(percent / 100);
  }
}
