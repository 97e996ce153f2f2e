package fanout.gate.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fanout.cli.CommandException;
import fanout.cli.ExitCode;
import fanout.gate.result.MarginRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarginsFileTest {
  @TempDir Path folder;

  @Test
  void readsAMarginARegularExpressionAndAReason() throws IOException {
    var file =
        file(
            """
            # what is found first holds

            10%  Six.*MULTI  worker JVMs start within the fork
              0.2 Article once
            """);

    assertThat(MarginsFile.read(file))
        .containsExactly(
            new MarginRule("Six.*MULTI", 0.1, "worker JVMs start within the fork"),
            new MarginRule("Article", 0.2, "once"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "10% Six|expected a margin, a regular expression and a reason, got: 10% Six",
        "much Six why|'much' is not a share; write 3% or 0.03",
        "100% Six why|A margin must lie between 0 and 1 (3 % is 0.03), got: 1.0",
        "0% Six why|A margin must lie between 0 and 1 (3 % is 0.03), got: 0.0",
        "10% Six( why|The margin's benchmarks are no regular expression: Six(",
      },
      quoteCharacter = '`')
  void namesTheLineThatIsWrong(String line, String sentence) throws IOException {
    var file = file("# one\n" + line + "\n");

    assertThatExceptionOfType(CommandException.class)
        .isThrownBy(() -> MarginsFile.read(file))
        .withMessage(file + ", line 2: " + sentence)
        .satisfies(e -> assertThat(e.exitCode()).isEqualTo(ExitCode.USAGE));
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("margins.txt"), text);
  }
}
