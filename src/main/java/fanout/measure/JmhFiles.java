package fanout.measure;

import fanout.os.AtomicFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatFactory;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.WorkloadParams;

/// JMH's own JSON, with the single forks of a run merged, so that other tools for JMH read it.
public final class JmhFiles {
  private JmhFiles() {}

  /// Writes one entry per benchmark and parameters, with all its forks in their order.
  public static void writeMerged(Path file, List<RunResult> singleForks) throws IOException {
    AtomicFile.write(file, json(merged(singleForks)));
  }

  static String json(Collection<RunResult> results) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new PrintStream(bytes, false, StandardCharsets.UTF_8)) {
      ResultFormatFactory.getInstance(ResultFormatType.JSON, out).writeOut(results);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static List<RunResult> merged(List<RunResult> singleForks) {
    var forks = new LinkedHashMap<Same, List<RunResult>>();
    for (var single : singleForks) {
      forks.computeIfAbsent(Same.of(single.getParams()), _ -> new ArrayList<>()).add(single);
    }
    return forks.values().stream().map(JmhFiles::merge).toList();
  }

  private static RunResult merge(List<RunResult> same) {
    var all =
        same.stream().map(RunResult::getBenchmarkResults).flatMap(Collection::stream).toList();
    return new RunResult(withForks(same.getFirst().getParams(), all.size()), all);
  }

  /// Results are shown to others, whom the folders of this machine do not concern.
  private static String nameOf(String jvm) {
    return String.valueOf(Path.of(jvm).getFileName());
  }

  private static List<String> withoutMark(Collection<String> jvmArgs) {
    return jvmArgs.stream().filter(argument -> !ForkWatchdog.isMark(argument)).toList();
  }

  /// What forks of one entry share; JMH's own order of parameters does not look at the threads.
  private record Same(String id, int threads) {
    static Same of(BenchmarkParams params) {
      return new Same(params.id(), params.getThreads());
    }
  }

  private static BenchmarkParams withForks(BenchmarkParams params, int forks) {
    var workload = new WorkloadParams();
    int index = 0;
    for (var key : params.getParamsKeys()) {
      workload.put(key, params.getParam(key), index++);
    }
    IterationParams warmup = params.getWarmup();
    return new BenchmarkParams(
        params.getBenchmark(),
        params.generatedBenchmark(),
        params.shouldSynchIterations(),
        params.getThreads(),
        params.getThreadGroups(),
        params.getThreadGroupLabels(),
        forks,
        0,
        warmup,
        params.getMeasurement(),
        params.getMode(),
        workload,
        params.getTimeUnit(),
        params.getOpsPerInvocation(),
        nameOf(params.getJvm()),
        withoutMark(params.getJvmArgs()),
        params.getJdkVersion(),
        params.getVmName(),
        params.getVmVersion(),
        params.getJmhVersion(),
        params.getTimeout());
  }
}
