package fanout.gate.cli;

import fanout.cli.CommandException;
import fanout.cli.ExitCode;
import fanout.gate.arm.JmhOptions;
import fanout.gate.arm.JmhOverrides;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Options of JMH's, by JMH's names, that go to both arms.
final class JmhMixin {
  @Option(
      names = "-p",
      paramLabel = "NAME=VALUE,...",
      description = "Only these values of a parameter; may be given again.")
  private List<String> params = List.of();

  @Option(names = "-wi", paramLabel = "N", description = "Warm-up iterations.")
  private @Nullable Integer warmupIterations;

  @Option(names = "-w", paramLabel = "TIME", description = "Time of each, such as 200ms.")
  private @Nullable String warmupTime;

  @Option(names = "-i", paramLabel = "N", description = "Measured iterations (default: 5).")
  private @Nullable Integer iterations;

  @Option(names = "-r", paramLabel = "TIME", description = "Time of each (default: 200ms).")
  private @Nullable String iterationTime;

  @Option(names = "-t", paramLabel = "N", description = "Threads, or max.")
  private @Nullable String threads;

  @Option(names = "-bm", paramLabel = "MODE", description = "Mode: thrpt, avgt, sample or ss.")
  private @Nullable String mode;

  @Option(
      names = "-tg",
      paramLabel = "N,...",
      description = "Threads of each group, of asymmetric benchmarks.")
  private @Nullable String threadGroups;

  @Option(names = "-opi", paramLabel = "N", description = "Operations per invocation.")
  private @Nullable Integer operations;

  @Option(names = "-bs", paramLabel = "N", description = "Calls per measured single shot.")
  private @Nullable Integer batch;

  @Option(
      names = "-gc",
      paramLabel = "BOOL",
      arity = "1",
      description = "Whether garbage is collected between iterations.")
  private @Nullable Boolean collect;

  @Option(
      names = "-prof",
      paramLabel = "NAME",
      description = "A profiler whose metrics --counter names; 'gc' is there for gc. counters.")
  private List<String> profilers = List.of();

  /// @param counters names of counters, which may need a profiler
  JmhOptions options(List<String> counters) {
    var all = new ArrayList<>(profilers);
    if (counters.stream().anyMatch(name -> name.startsWith("gc.")) && !all.contains("gc")) {
      all.add("gc");
    }
    try {
      return new JmhOptions(
          warmupIterations,
          warmupTime,
          iterations,
          iterationTime,
          threads,
          mode,
          new JmhOverrides(threadGroups, operations, batch, collect),
          params(),
          all);
    } catch (IllegalArgumentException e) {
      throw new CommandException(ExitCode.USAGE, e);
    }
  }

  private SortedMap<String, List<String>> params() {
    var values = new TreeMap<String, List<String>>();
    for (var param : params) {
      int equals = param.indexOf('=');
      if (equals < 1) {
        throw new CommandException(ExitCode.USAGE, "-p takes name=value, got: " + param);
      }
      var named = new ArrayList<>(values.getOrDefault(param.substring(0, equals), List.of()));
      named.addAll(Arrays.asList(param.substring(equals + 1).split(",", -1)));
      values.put(param.substring(0, equals), named);
    }
    return values;
  }
}
