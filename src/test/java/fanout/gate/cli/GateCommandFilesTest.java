package fanout.gate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fanout.cli.CommandOutcome;
import fanout.cli.CommandRunner;
import fanout.gate.judge.Gates;
import fanout.gate.result.GateFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is left of an older run by one that judges nothing, as it has no candidate.
class GateCommandFilesTest {
  private static final List<String> TEXTS = List.of("gate.md", "gate-junit.xml", "gate.html");

  @TempDir private Path folder;

  @BeforeEach
  void putAnOlderRunThere() throws IOException {
    GateFile.write(folder.resolve("gate.json"), Gates.one());
    for (var text : TEXTS) {
      Files.writeString(folder.resolve(text), "Nothing regressed");
    }
  }

  @Test
  void aNewRunLeavesNoOlderVerdict() throws Exception {
    var ended = gate("--base=none.jar");

    assertThat(ended.status()).isEqualTo(64);
    assertThat(ended.err()).contains("There is no file none.jar");
    assertThat(folder.toFile().list()).containsExactly("gate.previous.json");
    assertThat(GateFile.read(folder.resolve("gate.previous.json"))).isEqualTo(Gates.one());
  }

  @Test
  void aDryRunAndARunThatIsGoneOnWithLeaveItAll() throws Exception {
    for (var option : List.of("--dry-run", "--resume")) {
      assertThat(gate(option, "--base=none.jar").status()).isEqualTo(64);
    }

    assertThat(folder.toFile().list())
        .containsExactlyInAnyOrder("gate.json", "gate.md", "gate-junit.xml", "gate.html");
  }

  @Test
  void aDryRunLeavesTheJarsOfARunThatWasStopped() throws Exception {
    var jars = Files.createDirectories(folder.resolve("arms/baseline"));
    var jar = Files.writeString(jars.resolve("000-benchmarks.jar"), "what it began with");

    var ended = gate("--dry-run", "--base=.", "--build=true", "--jar=pom.xml");

    assertThat(ended.out()).contains("Building the working tree.");
    assertThat(ended.status()).isEqualTo(64);
    assertThat(jar).hasContent("what it began with");
  }

  private CommandOutcome gate(String... options) throws Exception {
    var fixed = Stream.of("--out", folder.toString(), "--candidate=none.jar");
    var all = Stream.concat(fixed, Stream.of(options)).toArray(String[]::new);
    return CommandOutcome.of(() -> CommandRunner.run(new GateCommand(), all));
  }
}
