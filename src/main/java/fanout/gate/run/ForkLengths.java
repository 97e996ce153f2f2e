package fanout.gate.run;

import fanout.gate.arm.JmhOptions;
import fanout.measure.ForkLength;
import org.jspecify.annotations.Nullable;

/// How long forks take: what was requested, and else the gate's own choice.
///
/// @param asAnnotated whether warm-up and measuring are the benchmark's own
/// @param jmh what was requested
/// @param mostWarmUp the longest warm-up that pilots can decide on, in iterations
record ForkLengths(boolean asAnnotated, JmhOptions jmh, int mostWarmUp) {
  private static final int ITERATIONS = 5;
  private static final int MILLIS = 200;

  ForkLengths(boolean asAnnotated, JmhOptions jmh) {
    this(asAnnotated, jmh, WarmUp.MOST);
  }

  /// The same, where there is no time for a longer warm-up.
  ForkLengths withMostWarmUp(int iterations) {
    return new ForkLengths(asAnnotated, jmh, iterations);
  }

  /// Whether pilots decide how long forks warm up.
  boolean warmUpFromPilots() {
    return !asAnnotated && jmh.warmupIterations() == null && jmh.warmupTime() == null;
  }

  /// Of a pilot fork, which shows warming up; null where the length is the benchmark's own.
  @Nullable ForkLength pilot() {
    return warmUpFromPilots()
        ? new ForkLength(0, MILLIS, WarmUp.PILOT_ITERATIONS, MILLIS)
        : measured(ITERATIONS);
  }

  /// Of a fork that is measured; null where the length is the benchmark's own.
  ///
  /// @param warmUpIterations what the pilots need, where they decide
  @Nullable ForkLength measured(int warmUpIterations) {
    if (asAnnotated) {
      return null;
    }
    var iterations = jmh.warmupIterations();
    return new ForkLength(
        iterations == null
            ? (warmUpFromPilots() ? Math.min(warmUpIterations, mostWarmUp) : ITERATIONS)
            : iterations,
        millis(jmh.warmupTime()),
        jmh.iterations() == null ? ITERATIONS : jmh.iterations(),
        millis(jmh.iterationTime()));
  }

  private static long millis(@Nullable String time) {
    return time == null ? MILLIS : JmhOptions.millis(time);
  }
}
