package fanout.gate.arm;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.runner.options.TimeValue;

/// What JMH of both arms is told beside the benchmark, as typed; null where it is not.
///
/// @param warmupIterations `-wi`
/// @param warmupTime `-w`, such as `200ms`
/// @param iterations `-i`
/// @param iterationTime `-r`
/// @param threads `-t`: a number, or `max`
/// @param mode `-bm`: one mode
/// @param overrides of what benchmarks are annotated with
/// @param params `-p`: values by name
/// @param profilers `-prof`, beside the one for costs
public record JmhOptions(
    @Nullable Integer warmupIterations,
    @Nullable String warmupTime,
    @Nullable Integer iterations,
    @Nullable String iterationTime,
    @Nullable String threads,
    @Nullable String mode,
    JmhOverrides overrides,
    SortedMap<String, List<String>> params,
    List<String> profilers) {

  /// @throws IllegalArgumentException with one sentence, if JMH would not take a value
  public JmhOptions {
    params = Collections.unmodifiableSortedMap(new TreeMap<>(params));
    profilers = List.copyOf(profilers);
    requireCount("-wi", warmupIterations, 0);
    requireCount("-i", iterations, 1);
    requireTime("-w", warmupTime);
    requireTime("-r", iterationTime);
    requireThreads(threads);
    requireMode(mode);
  }

  /// Nothing is asked for.
  public static JmhOptions none() {
    return new JmhOptions(
        null, null, null, null, null, null, JmhOverrides.NONE, new TreeMap<>(), List.of());
  }

  /// A time of JMH's in milliseconds.
  public static long millis(String time) {
    return TimeValue.fromString(time).convertTo(TimeUnit.MILLISECONDS);
  }

  /// As typed: what must be equal for a run to be gone on with.
  public List<String> typed() {
    var typed = new ArrayList<String>();
    add(typed, "-wi", warmupIterations);
    add(typed, "-w", warmupTime);
    add(typed, "-i", iterations);
    add(typed, "-r", iterationTime);
    add(typed, "-t", threads);
    add(typed, "-bm", mode);
    typed.addAll(overrides.typed());
    params.forEach((name, values) -> add(typed, "-p", name + "=" + String.join(",", values)));
    profilers.forEach(profiler -> add(typed, "-prof", profiler));
    return List.copyOf(typed);
  }

  static void add(List<String> typed, String option, @Nullable Object value) {
    if (value != null) {
      typed.add(option);
      typed.add(value.toString());
    }
  }

  static void requireCount(String option, @Nullable Integer count, int least) {
    if (count != null && count < least) {
      throw new IllegalArgumentException(
          "%s must be %s or more, got: %s".formatted(option, least, count));
    }
  }

  private static void requireTime(String option, @Nullable String time) {
    try {
      if (time == null || millis(time) > 0) {
        return;
      }
    } catch (IllegalArgumentException _) {
      // Said below, as a time that is too short.
    }
    throw new IllegalArgumentException(
        option + " must be a time of 1 ms or more, such as 200ms or 1s, got: " + time);
  }

  private static void requireThreads(@Nullable String threads) {
    if (threads != null && !threads.equals("max") && !threads.matches("[1-9][0-9]{0,5}")) {
      throw new IllegalArgumentException(
          "-t must be a number of threads from 1, or max, got: " + threads);
    }
  }

  private static void requireMode(@Nullable String mode) {
    if (mode == null) {
      return;
    }
    for (var known : Mode.values()) {
      if (known != Mode.All
          && (known.shortLabel().equals(mode) || known.name().equalsIgnoreCase(mode))) {
        return;
      }
    }
    throw new IllegalArgumentException(
        "-bm must be one of thrpt, avgt, sample, ss, got: " + mode.toLowerCase(Locale.ROOT));
  }
}
