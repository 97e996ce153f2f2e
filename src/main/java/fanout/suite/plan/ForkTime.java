package fanout.suite.plan;

import fanout.measure.ForkLength;
import fanout.vocabulary.Delay;
import fanout.vocabulary.DelayName;
import fanout.vocabulary.FetchLimit;
import fanout.vocabulary.Scenario;
import fanout.vocabulary.Strategy;
import fanout.vocabulary.Unknown;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What forks take: for the plan and the time left, never for a result.
final class ForkTime {
  /// A JVM, and a checked batch.
  static final Duration START = Duration.ofSeconds(1);

  /// Worker JVMs besides.
  static final Duration WORKERS_START = Duration.ofMillis(700);

  /// What even the fastest strategy needs for an endpoint without delay.
  private static final long MICROS_PER_ENDPOINT = 300;

  private ForkTime() {}

  /// A fork that runs batches for as long as its iterations say: an iteration ends with the batch
  /// that is under way, and one is fetched as a check.
  static Duration steady(Scenario scenario, ForkLength length) {
    var batch = batch(scenario, delayOf(scenario.delay()));
    return start(scenario)
        .plus(length.total())
        .plus(batch.multipliedBy(length.warmupIterations() + length.iterations()).dividedBy(2))
        .plus(batch);
  }

  /// Until the first batch is fetched.
  static Duration start(Scenario scenario) {
    return hasWorkers(scenario) ? START.plus(WORKERS_START) : START;
  }

  static boolean hasWorkers(Scenario scenario) {
    return scenario.strategy() instanceof Strategy strategy
        && strategy.limit() == FetchLimit.PROCESSES;
  }

  /// A batch, of which each fetch waits for `each`.
  static Duration batch(Scenario scenario, Duration each) {
    var work = Duration.ofNanos(scenario.batchSize().orElse(0) * MICROS_PER_ENDPOINT * 1000);
    var waiting = waiting(scenario, each);
    return work.compareTo(waiting) > 0 ? work : waiting;
  }

  /// Endpoints × what each waits ÷ what the strategy has in flight.
  static Duration waiting(Scenario scenario, Duration each) {
    return each.multipliedBy(
        Math.ceilDiv(scenario.batchSize().orElse(0), scenario.fetchesAtOnce()));
  }

  static Duration delayOf(@Nullable DelayName delay) {
    return switch (delay) {
      case null -> Duration.ZERO;
      case Delay known -> Duration.ofMillis(known.meanMillis());
      case Unknown unknown ->
          throw new IllegalStateException("It is not known how long a delay " + unknown + " is");
    };
  }
}
