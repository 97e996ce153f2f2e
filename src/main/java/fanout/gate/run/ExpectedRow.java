package fanout.gate.run;

import fanout.gate.arm.AnnotatedBenchmark;
import fanout.gate.arm.Annotations;
import fanout.gate.arm.BenchmarkRow;
import fanout.gate.arm.JmhOptions;
import fanout.measure.ForkLength;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Mode;

/// What is known of a row before it was ever run.
///
/// @param row what it is
/// @param modes how it is timed, one fork for each; at least one
record ExpectedRow(BenchmarkRow row, List<ExpectedMode> modes) {

  /// One of its modes.
  ///
  /// @param singleShot whether it is measured as annotated whatever else is
  /// @param annotated its own length, in milliseconds; null where nobody knows
  record ExpectedMode(boolean singleShot, @Nullable Long annotated) {
    private static ExpectedMode of(AnnotatedBenchmark benchmark, JmhOptions jmh) {
      return new ExpectedMode(
          benchmark.mode() == Mode.SingleShotTime, millis(benchmark.length(), jmh));
    }

    /// What is requested takes the place of what is annotated.
    private static long millis(ForkLength own, JmhOptions jmh) {
      var warmups = jmh.warmupIterations();
      var iterations = jmh.iterations();
      return new ForkLength(
              warmups == null ? own.warmupIterations() : warmups,
              jmh.warmupTime() == null ? own.warmupMillis() : JmhOptions.millis(jmh.warmupTime()),
              iterations == null ? own.iterations() : iterations,
              jmh.iterationTime() == null
                  ? own.iterationMillis()
                  : JmhOptions.millis(jmh.iterationTime()))
          .total()
          .toMillis();
    }
  }

  /// Of a benchmark of which nothing is known, one mode is expected.
  static ExpectedRow of(BenchmarkRow row, Annotations annotations, JmhOptions jmh) {
    var modes = annotations.of(row.benchmark());
    if (jmh.mode() != null || modes.isEmpty()) {
      boolean shot = jmh.mode() != null && isSingleShot(jmh.mode());
      return new ExpectedRow(row, List.of(new ExpectedMode(shot, longest(modes.values(), jmh))));
    }
    return new ExpectedRow(
        row, modes.values().stream().map(mode -> ExpectedMode.of(mode, jmh)).toList());
  }

  /// Whether its pilots are as long as they are annotated.
  boolean onlySingleShots() {
    return modes.stream().allMatch(ExpectedMode::singleShot);
  }

  private static boolean isSingleShot(String mode) {
    return mode.equals(Mode.SingleShotTime.shortLabel())
        || mode.equalsIgnoreCase(Mode.SingleShotTime.name());
  }

  private static @Nullable Long longest(Collection<AnnotatedBenchmark> modes, JmhOptions jmh) {
    return modes.stream()
        .map(mode -> ExpectedMode.of(mode, jmh).annotated())
        .filter(millis -> millis != null)
        .max(Long::compare)
        .orElse(null);
  }
}
