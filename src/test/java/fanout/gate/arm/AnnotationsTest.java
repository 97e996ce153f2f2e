package fanout.gate.arm;

import static org.assertj.core.api.Assertions.assertThat;

import fanout.gate.run.SleepBenchmark;
import fanout.measure.ForkLength;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openjdk.jmh.annotations.Mode;

class AnnotationsTest {
  private static final String NAME = SleepBenchmark.class.getName() + ".sleep";

  @TempDir Path folder;

  @Test
  void tellsWhatABenchmarkIsAnnotatedWithBeforeItRuns() throws Exception {
    var jar = TinyJars.of(folder.resolve("a.jar"), SleepBenchmark.class);

    var annotations = Annotations.of(ClassPath.parse(jar.toString()));

    assertThat(annotations.jmhVersion()).isEqualTo("1.37");
    assertThat(annotations.of(NAME))
        .isEqualTo(
            Map.of(
                Mode.AverageTime,
                new AnnotatedBenchmark(
                    Mode.AverageTime,
                    "1",
                    List.of(1),
                    1,
                    1,
                    new ForkLength(5, 10_000, 5, 10_000))));
  }

  @Test
  void readsAClassPathOfSeveralEntries() throws Exception {
    var jar = TinyJars.of(folder.resolve("a.jar"), SleepBenchmark.class);

    assertThat(Annotations.of(ClassPath.parse(TinyJars.classPath(jar))).of(NAME)).hasSize(1);
  }

  @Test
  void knowsNothingOfAListThatAnotherJmhWroteInItsOwnWay() throws Exception {
    Files.createDirectories(folder.resolve("META-INF"));
    Files.writeString(folder.resolve("META-INF/BenchmarkList"), "JMH2 {\"benchmark\": \"a.B.c\"}");

    assertThat(Annotations.of(ClassPath.parse(folder.toString()))).isEqualTo(Annotations.UNKNOWN);
  }
}
