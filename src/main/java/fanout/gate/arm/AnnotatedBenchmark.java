package fanout.gate.arm;

import fanout.measure.ForkLength;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.runner.Defaults;
import org.openjdk.jmh.runner.options.TimeValue;

/// What a benchmark's annotations say of one of its modes.
///
/// @param mode how it is timed
/// @param threads JMH threads: a number, or `max`
/// @param threadGroups threads of each method of a group; a single 1 where it is no group
/// @param operations of one call, by which JMH divides its time
/// @param batch calls of a single shot
/// @param length its own warm-up and measuring; a single shot's iterations take no time here, as
///   they take what they take
public record AnnotatedBenchmark(
    Mode mode,
    String threads,
    List<Integer> threadGroups,
    int operations,
    int batch,
    ForkLength length) {
  /// Marks as many threads as there are processors.
  private static final int MAX_THREADS = -1;

  public AnnotatedBenchmark {
    threadGroups = List.copyOf(threadGroups);
  }

  /// Reads a line of JMH's list, by the benchmark's name; of all modes where it has them all.
  ///
  /// @throws RuntimeException where another JMH wrote it in a way that this one does not know
  static Map<Mode, AnnotatedBenchmark> parse(BenchmarkListEntry entry) {
    var modes = entry.getMode() == Mode.All ? List.of(Mode.values()) : List.of(entry.getMode());
    return modes.stream()
        .filter(mode -> mode != Mode.All)
        .collect(Collectors.toMap(mode -> mode, mode -> of(entry, mode)));
  }

  private static AnnotatedBenchmark of(BenchmarkListEntry entry, Mode mode) {
    int threads = entry.getThreads().orElse(Defaults.THREADS);
    return new AnnotatedBenchmark(
        mode,
        threads == MAX_THREADS ? "max" : String.valueOf(threads),
        Arrays.stream(entry.getThreadGroups()).boxed().toList(),
        entry.getOperationsPerInvocation().orElse(Defaults.OPS_PER_INVOCATION),
        mode == Mode.SingleShotTime
            ? entry.getMeasurementBatchSize().orElse(Defaults.MEASUREMENT_BATCHSIZE)
            : 1,
        length(entry, mode));
  }

  private static ForkLength length(BenchmarkListEntry entry, Mode mode) {
    boolean shot = mode == Mode.SingleShotTime;
    return new ForkLength(
        entry
            .getWarmupIterations()
            .orElse(shot ? Defaults.WARMUP_ITERATIONS_SINGLESHOT : Defaults.WARMUP_ITERATIONS),
        shot ? 0 : millis(entry.getWarmupTime().orElse(Defaults.WARMUP_TIME)),
        entry
            .getMeasurementIterations()
            .orElse(
                shot
                    ? Defaults.MEASUREMENT_ITERATIONS_SINGLESHOT
                    : Defaults.MEASUREMENT_ITERATIONS),
        shot ? 0 : millis(entry.getMeasurementTime().orElse(Defaults.MEASUREMENT_TIME)));
  }

  private static long millis(TimeValue time) {
    return time.convertTo(TimeUnit.MILLISECONDS);
  }
}
