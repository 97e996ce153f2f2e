package fanout.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import picocli.CommandLine.Command;

class CommandRunnerTest {
  @TempDir private Path folder;

  @Command(name = "ends")
  private record Ends(int status) implements Callable<Integer> {
    @Override
    public Integer call() {
      return status;
    }
  }

  @BeforeEach
  void aBuildAsksForTheFile() {
    System.setProperty(PassedFile.PROPERTY, folder.resolve("passed").toString());
  }

  @AfterEach
  void noBuildAsksForIt() {
    System.clearProperty(PassedFile.PROPERTY);
  }

  @ParameterizedTest
  @EnumSource
  void writesTheFileOfABuildThatAsksForItOnlyWhereEverythingWasDone(ExitCode code) {
    int status = CommandRunner.run(new Ends(code.status()));

    assertThat(status).isEqualTo(code.status());
    assertThat(Files.exists(folder.resolve("passed"))).isEqualTo(code == ExitCode.OK);
  }

  @Test
  void writesNoFileWhereNoneIsAskedFor() {
    noBuildAsksForIt();

    assertThat(CommandRunner.run(new Ends(0))).isZero();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void failsWhereTheFileCannotBeWritten() throws Exception {
    var plain = Files.writeString(folder.resolve("plain"), "");
    System.setProperty(PassedFile.PROPERTY, plain.resolve("passed").toString());

    var outcome = CommandOutcome.of(() -> CommandRunner.run(new Ends(0)));

    assertThat(outcome.status()).isEqualTo(ExitCode.FAILED.status());
    assertThat(outcome.err()).startsWith("ends: " + plain.resolve("passed")).hasLineCount(1);
  }
}
