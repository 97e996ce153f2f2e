package fanout.gate.arm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fanout.measure.ForkFailedException;
import fanout.measure.ForkLength;
import fanout.measure.JmhRun;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openjdk.jmh.annotations.Mode;

/// Exit code 0 of a fork is not enough.
class ArmJmhTest {
  private static final BenchmarkRow ROW =
      new BenchmarkRow(FakeJava.BENCHMARK, new TreeMap<>(Map.of("size", "1")));

  @TempDir Path folder;

  @Test
  void takesTheResultThatWasAskedFor() throws Exception {
    var runs = fork(FakeJava.leaving(folder, "[" + result(FakeJava.BENCHMARK, "1") + "]"));

    assertThat(runs)
        .singleElement()
        .satisfies(run -> assertThat(run.primary().values()).containsExactly(List.of(2.0, 3.0)));
  }

  @Test
  void aForkWithoutAResultFailed() throws IOException {
    assertFails(FakeJava.withoutResult(folder), "JMH left no whole result: ");
    assertFails(FakeJava.leaving(folder, "["), "JMH left no whole result: ");
    assertFails(FakeJava.leaving(folder, "[]"), "expected one result, got 0");
  }

  @Test
  void aForeignResultIsNone() throws IOException {
    assertFails(
        FakeJava.leaving(folder, "[" + result("demo.Other.run", "1") + "]"),
        "expected a result of demo.Work.run{size=1}, got one of demo.Other.run{size=1}");
    assertFails(
        FakeJava.leaving(folder, "[" + result(FakeJava.BENCHMARK, "2") + "]"),
        "expected a result of demo.Work.run{size=1}, got one of demo.Work.run{size=2}");
  }

  @Test
  void ofOneForkThereAreNoTwoResults() throws IOException {
    var result = result(FakeJava.BENCHMARK, "1");

    assertFails(
        FakeJava.leaving(folder, "[" + result + ", " + result + "]"), "expected one result, got 2");
  }

  private void assertFails(Path java, String words) {
    assertThatExceptionOfType(ForkFailedException.class)
        .isThrownBy(() -> fork(java))
        .withMessageStartingWith(words);
  }

  private List<JmhRun> fork(Path java) throws IOException, ForkFailedException {
    var jar = new ClassPath(List.of(folder.resolve("demo.jar")));
    var arm = new ResolvedArm("demo.jar", null, jar, java, List.of(), List.of());
    var length = new ForkLength(0, 1, 2, 1);
    var request = new ForkRequest(ROW, Mode.AverageTime, length, Duration.ofMinutes(1));
    try (var probe = GateFolder.create()) {
      return new ArmJmh(arm, JmhOptions.none(), probe).fork(request);
    }
  }

  private static String result(String benchmark, String size) {
    return """
    {"jmhVersion": "1.37", "benchmark": "%s", "mode": "avgt", "threads": 1, "forks": 1,
      "params": {"size": "%s"},
      "primaryMetric": {"scoreUnit": "us/op", "rawData": [[2.0, 3.0]]}, "secondaryMetrics": {}}
    """
        .formatted(benchmark, size);
  }
}
