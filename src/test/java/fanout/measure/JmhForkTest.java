package fanout.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fanout.measure.TinyBenchmark.Behaviour;
import fanout.os.ChildProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.openjdk.jmh.annotations.Mode;
import tools.jackson.databind.JsonNode;

@Timeout(60)
class JmhForkTest {
  private static final ForkLength TINY = new ForkLength(1, 20, 2, 20);

  private static final Duration LIMIT = Duration.ofSeconds(3);
  private static final Duration LONG = Duration.ofSeconds(30);

  @TempDir Path folder;

  @Test
  void aForkTellsItsIterationsInEveryLocale() throws Exception {
    var before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.GERMANY);
      var fork = JmhFork.run(options(Behaviour.WORKS, 1, Duration.ofSeconds(30)));

      assertThat(fork.run().params()).containsEntry("behaviour", "WORKS");
      assertThat(fork.run().primary().unit()).isEqualTo("us/op");
      assertThat(fork.run().primary().histograms().getFirst()).hasSize(2);
      assertThat(fork.operations()).hasSize(2).allMatch(count -> count > 0);
    } finally {
      Locale.setDefault(before);
    }
    assertThat(childrenOfThisTest()).isZero();
  }

  @Test
  void singleForksAreMergedByParametersAndThreads() throws Exception {
    var first = JmhFork.run(options(Behaviour.WORKS, 1, Duration.ofSeconds(30)));
    var twoThreads = JmhFork.run(options(Behaviour.WORKS, 2, Duration.ofSeconds(30)));
    var second = JmhFork.run(options(Behaviour.WORKS, 1, Duration.ofSeconds(30)));
    var file = folder.resolve("jmh.json");

    JmhFiles.writeMerged(
        file,
        Stream.of(first, twoThreads, second)
            .<JsonNode>map(fork -> JmhFiles.entry(fork.jmhResult()))
            .toList());

    var runs = JmhJson.read(file);
    assertThat(runs).hasSize(2);
    assertThat(runs.getFirst().forks()).isEqualTo(2);
    assertThat(runs.getFirst().primary().values())
        .containsExactly(
            first.run().primary().values().getFirst(), second.run().primary().values().getFirst());
    assertThat(runs.getLast().threads()).isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource(names = {"SampleTime", "AverageTime", "SingleShotTime"})
  void aForkIsReadAsItsJsonIs(Mode mode) throws Exception {
    var fork =
        JmhFork.run(
            new JmhForkOptions(
                "fanout.measure.TinyBenchmark.operation",
                mode,
                new LinkedHashMap<>(Map.of("behaviour", Behaviour.WORKS.name())),
                2,
                TINY,
                List.of(),
                List.of("fanout.probe.CostProfiler"),
                Duration.ofSeconds(30)));

    var read = JmhJson.parse("json", JmhFiles.json(List.of(fork.jmhResult()))).getFirst();
    assertThat(fork.run()).usingRecursiveComparison().isEqualTo(read);
    assertThat(fork.run().secondary()).containsKey("cost.cpu");
    assertThat(fork.run().primary().values().getFirst()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({
    "THROWS_IN_SETUP, 'expected six responses, got 5'",
    "THROWS_WHILE_TIMED, 'users: responded with 500'",
    "DIES, 'Forked VM failed with exit code 7, its last words: out of luck'",
  })
  void aFailedForkIsOneSentenceWithTheBenchmarksOwnWords(Behaviour behaviour, String sentence) {
    assertThatExceptionOfType(ForkFailedException.class)
        .isThrownBy(() -> JmhFork.run(options(behaviour, 1, Duration.ofSeconds(30))))
        .withMessage(sentence);
  }

  @Test
  void aForkThatHangsIsEnded() {
    assertThatExceptionOfType(ForkFailedException.class)
        .isThrownBy(() -> JmhFork.run(options(Behaviour.HANGS, 1, Duration.ofSeconds(2))))
        .withMessage("it did not end within 2 s");
    assertThat(childrenOfThisTest()).isZero();
  }

  @Test
  void whatOthersStartInThisJvmMeanwhileIsLeftAlone() throws Exception {
    var failure = new FutureTask<>(() -> failureOf(options(Behaviour.HANGS, 1, LIMIT)));
    Thread.ofVirtual().start(failure);
    while (childrenOfThisTest() == 0) {
      Thread.sleep(5);
    }
    try (var other = ChildProcess.start(new ProcessBuilder("sleep", "60"))) {
      assertThat(failure.get()).isEqualTo("it did not end within 3 s");
      assertThat(other.handle().isAlive()).isTrue();
      ForkUnderWay.endAll();
      assertThat(other.awaitEnd(Duration.ofMillis(200))).isFalse();
    }
    assertThat(childrenOfThisTest()).isZero();
  }

  @Test
  void aStoppedRunEndsItsForkAndNothingElse() throws Exception {
    var failure = new FutureTask<>(() -> failureOf(options(Behaviour.HANGS, 1, LONG)));
    try (var other = ChildProcess.start(new ProcessBuilder("sleep", "60"))) {
      Thread.ofVirtual().start(failure);
      while (!failure.isDone()) {
        ForkUnderWay.endAll();
        Thread.sleep(50);
      }
      assertThat(failure.get()).startsWith("Forked VM failed with exit code 143");
      assertThat(other.handle().isAlive()).isTrue();
    }
  }

  @Test
  void theMarkOfAForkIsNotPublished() throws Exception {
    var file = folder.resolve("jmh.json");
    var fork = JmhFork.run(options(Behaviour.WORKS, 1, LONG));
    JmhFiles.writeMerged(file, List.of(JmhFiles.entry(fork.jmhResult())));

    assertThat(file).content().contains("-Dfanout.test=fork").doesNotContain("fanout.fork");
  }

  @Test
  void anUnknownBenchmarkIsNamed() {
    var wrong =
        new JmhForkOptions(
            "fanout.NoBenchmark.at",
            Mode.AverageTime,
            new LinkedHashMap<>(),
            1,
            TINY,
            List.of(),
            List.of(),
            Duration.ofSeconds(30));

    assertThatExceptionOfType(ForkFailedException.class)
        .isThrownBy(() -> JmhFork.run(wrong))
        .withMessageContaining("fanout.NoBenchmark.at");
  }

  private static JmhForkOptions options(Behaviour behaviour, int threads, Duration limit) {
    return new JmhForkOptions(
        "fanout.measure.TinyBenchmark.operation",
        Mode.SampleTime,
        new LinkedHashMap<>(Map.of("behaviour", behaviour.name())),
        threads,
        TINY,
        List.of("-Dfanout.test=fork"),
        List.of(),
        limit);
  }

  private static String failureOf(JmhForkOptions options) {
    try {
      return "no failure: " + JmhFork.run(options);
    } catch (ForkFailedException e) {
      return String.valueOf(e.getMessage());
    }
  }

  private static long childrenOfThisTest() {
    return ProcessHandle.current().children().filter(ProcessHandle::isAlive).count();
  }
}
