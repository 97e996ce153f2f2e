package fanout.suite.run;

import fanout.measure.ForkResult;
import fanout.measure.IterationSample;
import fanout.measure.RoundListener;
import fanout.suite.plan.Minutes;
import fanout.suite.plan.Plan;
import fanout.suite.plan.PlannedFork;
import fanout.vocabulary.Metric;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/// Reports each fork in one line, with the time left: what the plan says of the rest, stretched by
/// what the forks so far took.
final class Progress implements RoundListener<PlannedFork, SuiteFork> {
  private final Plan plan;
  private final Consumer<String> lines;
  private final LongSupplier nanoClock;
  private final long startNs;
  private final int doneBefore;
  private int done;
  private Duration expectedDone = Duration.ZERO;

  /// @param roundsBefore that an earlier process has measured
  Progress(Plan plan, int roundsBefore, Consumer<String> lines, LongSupplier nanoClock) {
    this.plan = plan;
    this.doneBefore = roundsBefore * plan.forks().size();
    this.lines = lines;
    this.nanoClock = nanoClock;
    this.startNs = nanoClock.getAsLong();
  }

  @Override
  public void finished(PlannedFork fork, int round, SuiteFork found) {
    done++;
    expectedDone = expectedDone.plus(fork.expected());
    lines.accept(
        String.format(
            Locale.ROOT,
            "[%d/%d] round %d: %s: %s; %s left",
            doneBefore + done,
            plan.rounds() * plan.forks().size(),
            round,
            fork.label(),
            mean(found.result()),
            Minutes.of(left())));
  }

  private Duration left() {
    var all =
        plan.forks().stream()
            .map(PlannedFork::expected)
            .reduce(Duration.ZERO, Duration::plus)
            .multipliedBy(plan.rounds() - doneBefore / plan.forks().size());
    double stretch = (double) (nanoClock.getAsLong() - startNs) / expectedDone.toNanos();
    return Duration.ofNanos((long) (all.minus(expectedDone).toNanos() * stretch));
  }

  private static String mean(ForkResult result) {
    var times = result.samples().stream().filter(s -> s.metric() == Metric.TIME_MEAN).toList();
    return String.format(
        Locale.ROOT,
        "%.4g %s",
        times.stream().mapToDouble(IterationSample::score).average().orElseThrow(),
        times.getFirst().unit().text());
  }
}
