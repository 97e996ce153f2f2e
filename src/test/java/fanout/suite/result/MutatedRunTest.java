package fanout.suite.result;

import static org.assertj.core.api.Assertions.assertThat;

import fanout.measure.ResultException;
import fanout.reliability.Mutations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/// Broken files of a run are refused with one sentence that names the file.
class MutatedRunTest {
  private static final Path RUN = Path.of("src/test/resources/fanout/suite/report/run");

  /// Enough of a table: a mutation must hit what matters.
  private static final int MOST_LINES = 12;

  private static final List<CsvTable<?>> TABLES =
      List.of(RunTables.RESULTS, RunTables.SAMPLES, RunTables.PERCENTILES, RunTables.TIMELINE);

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"results.csv", "samples.csv", "percentiles.csv", "timeline.csv"})
  void tables(String name) throws IOException {
    var lines = Files.readAllLines(RUN.resolve(name));
    var text = String.join("\n", lines.subList(0, Math.min(MOST_LINES, lines.size()))) + "\n";

    assertThat(refused(name, text, () -> table(name).read(folder))).isGreaterThan(0.3);
  }

  private static CsvTable<?> table(String name) {
    return TABLES.stream().filter(table -> table.fileName().equals(name)).findFirst().orElseThrow();
  }

  @Test
  void environment() throws IOException {
    var text = Files.readString(RUN.resolve(RunDirectory.ENVIRONMENT));

    var file = folder.resolve(RunDirectory.ENVIRONMENT);

    assertThat(refused("environment.json", text, () -> RunDirectory.readEnvironment(file)))
        .isGreaterThan(0.3);
  }

  @Test
  void beginning() throws IOException {
    var kept = new KeptRounds(folder);
    var fingerprint = RunDirectory.read(RUN).environment().fingerprint();
    var start =
        new RunStart(
            List.of("--preset=smoke", "--seed=7"),
            Instant.parse("2026-01-02T03:04:05Z"),
            "d1ce",
            fingerprint);
    kept.begin(start);
    var text = Files.readString(folder.resolve("start.json"));

    assertThat(refused("start.json", text, kept::start)).isGreaterThan(0.3);
  }

  @Test
  void rounds() throws IOException {
    var kept = new KeptRounds(folder);
    var jmh = JsonMapper.shared().readTree("{\"benchmark\":\"demo.Work.time\",\"forks\":1}");
    kept.add(1, List.of(new KeptFork("time", List.of(5L, 7L), jmh)));
    var text = Files.readString(folder.resolve("round-1.json"));

    assertThat(refused("round-1.json", text, kept::all)).isGreaterThan(0.3);
  }

  private double refused(String name, String text, Reading reading) {
    var file = folder.resolve(name);
    return Mutations.refused(
        name,
        text,
        ResultException.class,
        mutation -> {
          Files.writeString(file, mutation);
          try {
            reading.read();
          } catch (ResultException e) {
            assertThat(e.getMessage()).contains(folder.toString());
            throw e;
          }
        });
  }

  private interface Reading {
    Object read() throws IOException;
  }
}
