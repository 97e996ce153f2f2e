package fanout.gate.arm;

import fanout.measure.MachineLock;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// The command line of an arm's JMH.
///
/// @param arm whose JMH, JDK and JVM arguments
/// @param options what both arms get
/// @param probe folder with the profiler of costs
record JmhCommand(ResolvedArm arm, JmhOptions options, Path probe) {
  private static final String MAIN = "org.openjdk.jmh.Main";
  private static final String COST_PROFILER = "fanout.probe.CostProfiler";

  /// Lists the benchmarks in whose name one of `includes` is found.
  List<String> list(List<String> includes, List<String> excludes) {
    var command = start();
    command.add("-lp");
    excludes.forEach(exclude -> command.addAll(List.of("-e", exclude)));
    command.addAll(includes);
    return List.copyOf(command);
  }

  /// Runs one fork, which fails on the first error.
  ///
  /// @param annotated JVM arguments of the benchmark's own
  /// @param result the file for JMH's JSON
  List<String> fork(ForkRequest request, AnnotatedArguments annotated, Path result) {
    var command = start();
    command.add("^\\Q" + request.row().benchmark() + "\\E$");
    command.addAll(List.of("-f", "1", "-wf", "0", "-foe", "true", "-prof", COST_PROFILER));
    command.addAll(List.of("-rf", "json", "-rff", result.toString()));
    options.profilers().forEach(profiler -> command.addAll(List.of("-prof", profiler)));
    request.row().params().forEach((name, value) -> add(command, "-p", name + "=" + value));
    if (request.mode() != null) {
      add(command, "-bm", request.mode().shortLabel());
    } else if (options.mode() != null) {
      add(command, "-bm", options.mode());
    }
    if (options.threads() != null) {
      add(command, "-t", options.threads());
    }
    command.addAll(options.overrides().typed());
    addLength(command, request);
    var jvmArgs = annotated.prependedAfter(arm.allJvmArgs());
    if (!jvmArgs.isEmpty()) {
      add(command, "-jvmArgsPrepend", quoted(jvmArgs));
    }
    return List.copyOf(command);
  }

  private List<String> start() {
    var command = new ArrayList<String>();
    command.add(arm.java().toString());
    // The gate has the lock itself, or knows what it does; JMH hands this to its forks.
    if (Boolean.getBoolean(MachineLock.IGNORE)) {
      command.add("-D" + MachineLock.IGNORE + "=true");
    }
    command.add("-cp");
    command.add(arm.classPath().text() + File.pathSeparator + probe);
    command.add(MAIN);
    return command;
  }

  /// Of the benchmark's own length, what was asked for is changed.
  private void addLength(List<String> command, ForkRequest request) {
    var length = request.length();
    if (length != null) {
      add(command, "-wi", length.warmupIterations());
      add(command, "-w", length.warmupMillis() + "ms");
      add(command, "-i", length.iterations());
      add(command, "-r", length.iterationMillis() + "ms");
      return;
    }
    if (options.warmupIterations() != null) {
      add(command, "-wi", options.warmupIterations());
    }
    if (options.warmupTime() != null) {
      add(command, "-w", options.warmupTime());
    }
    if (options.iterations() != null) {
      add(command, "-i", options.iterations());
    }
    if (options.iterationTime() != null) {
      add(command, "-r", options.iterationTime());
    }
  }

  private static void add(List<String> command, String option, Object value) {
    command.add(option);
    command.add(value.toString());
  }

  /// JMH splits the line at blanks outside of double quotes.
  private static String quoted(List<String> jvmArgs) {
    return jvmArgs.stream()
        .map(argument -> argument.contains(" ") ? '"' + argument + '"' : argument)
        .collect(Collectors.joining(" "));
  }
}
