package fanout.suite.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fanout.cli.CommandOutcome;
import fanout.cli.CommandRunner;
import fanout.suite.result.RunDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MergeCommandTest {
  private static final Path WHOLE = Path.of("src/test/resources/fanout/suite/report/run");

  @TempDir private Path folder;

  private Path first;
  private Path second;

  /// A stored run, cut in two by benchmark.
  @BeforeEach
  void share() throws IOException {
    first = part("first", "1/2", line -> line.startsWith("SixEndpointsBenchmark"));
    second = part("second", "2/2", line -> !line.startsWith("SixEndpointsBenchmark"));
  }

  @Test
  void makesTheRunAgainOfItsParts() throws Exception {
    var outcome = merge(second, first);

    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.status()).isZero();
    var merged = RunDirectory.read(folder.resolve("results/latest"));
    var whole = RunDirectory.read(WHOLE);
    assertThat(merged.measurements()).containsExactlyInAnyOrderElementsOf(whole.measurements());
    assertThat(merged.samples()).containsExactlyInAnyOrderElementsOf(whole.samples());
    assertThat(merged.percentiles()).containsExactlyInAnyOrderElementsOf(whole.percentiles());
    assertThat(merged.timeline()).isEqualTo(whole.timeline());
    assertThat(merged.environment().shard()).isNull();
    assertThat(folder.resolve("results/latest/report.html")).isNotEmptyFile();
  }

  @ParameterizedTest
  @CsvSource({
    "'\"seed\": [0-9]+', '\"seed\": 8', 'they differ in seed: '",
    "'\"preset\": \"[a-z]+\"', '\"preset\": \"other\"', 'they differ in preset: '",
    "'\"commit\": [^,]+', '\"commit\": \"beef\"', 'they differ in commit: '",
    "'\"shard\" : \"2/2\"', '\"shard\" : \"1/2\"', 'are both part 1/2'",
    "'\"shard\" : \"2/2\"', '\"shard\" : \"2/3\"', 'is part 2/3'",
    "'\"shard\" : \"2/2\"', '\"shard\" : null', 'is no part of a run, as --shard makes them'"
  })
  void refusesWhatIsNotOfOneRun(String whole, String other, String why) throws Exception {
    var file = second.resolve(RunDirectory.ENVIRONMENT);
    var text = Files.readString(file);
    var changed = text.replaceFirst(whole, other);
    assertThat(changed).isNotEqualTo(text);
    Files.writeString(file, changed);

    var outcome = merge(first, second);

    assertThat(outcome.status()).isEqualTo(3);
    assertThat(outcome.err())
        .startsWith("merge: These are not the parts of one run: ")
        .contains(why)
        .hasLineCount(1);
    assertThat(folder.resolve("results")).doesNotExist();
  }

  @Test
  void joinsTheirResultsOfJmh() throws Exception {
    Files.writeString(first.resolve(RunDirectory.JMH), "[{\"benchmark\":\"a\"}]");
    Files.writeString(second.resolve(RunDirectory.JMH), "[{\"benchmark\":\"b\"}]");

    assertThat(merge(second, first).status()).isZero();
    assertThat(folder.resolve("results/latest/jmh.json"))
        .content()
        .containsSubsequence("[", "\"b\"", "\"a\"", "]");
  }

  @Test
  void refusesARunOfWhichAPartIsMissing() throws Exception {
    var outcome = merge(second);

    assertThat(outcome.status()).isEqualTo(3);
    assertThat(outcome.err()).contains("part 1/2 is missing");
  }

  @Test
  void saysThatMachinesDiffer() throws Exception {
    var file = second.resolve(RunDirectory.ENVIRONMENT);
    Files.writeString(
        file, Files.readString(file).replaceFirst("\"cores\": [0-9]+", "\"cores\": 64"));

    assertThat(merge(first, second).status()).isZero();
    assertThat(RunDirectory.read(folder.resolve("results/latest")).environment().notQuotable())
        .anyMatch(why -> why.startsWith("Its parts were measured on machines that differ"));
  }

  private CommandOutcome merge(Path... parts) throws Exception {
    var words =
        Stream.concat(
                Stream.of("--results=" + folder.resolve("results")),
                Stream.of(parts).map(Path::toString))
            .toArray(String[]::new);
    return CommandOutcome.of(() -> CommandRunner.run(new MergeCommand(), words));
  }

  private interface Lines {
    boolean keeps(String line);
  }

  private Path part(String name, String shard, Lines lines) throws IOException {
    var part = Files.createDirectory(folder.resolve(name));
    for (var table : List.of("results.csv", "samples.csv", "percentiles.csv")) {
      var all = Files.readAllLines(WHOLE.resolve(table));
      var kept =
          Stream.concat(Stream.of(all.getFirst()), all.stream().skip(1).filter(lines::keeps));
      Files.writeString(part.resolve(table), String.join("\n", kept.toList()) + "\n");
    }
    var timeline = Files.readString(WHOLE.resolve("timeline.csv"));
    Files.writeString(
        part.resolve("timeline.csv"),
        shard.startsWith("1") ? timeline.lines().findFirst().orElseThrow() + "\n" : timeline);
    var environment = Files.readString(WHOLE.resolve(RunDirectory.ENVIRONMENT)).stripTrailing();
    Files.writeString(
        part.resolve(RunDirectory.ENVIRONMENT),
        environment.substring(0, environment.length() - 1)
            + ", \"shard\" : \"%s\"%n}%n".formatted(shard));
    return part;
  }
}
