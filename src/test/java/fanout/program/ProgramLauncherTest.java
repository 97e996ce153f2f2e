package fanout.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fanout.os.TemporaryFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class ProgramLauncherTest {
  @TempDir Path parent;

  @Test
  void tellsExitCodeAndBothOutputsOfTheLastRun() throws Exception {
    try (var launcher = launcher("ls", "/no/such/folder")) {
      assertThat(launcher.run()).isNotZero();
      assertThat(launcher.run()).isNotZero();
      assertThat(launcher.output()).containsOnlyOnce("/no/such/folder");
    }
    assertThat(parent).isEmptyDirectory();
  }

  @Test
  void endsWhatStillRuns() throws Exception {
    Callable<Integer> run;
    FutureTask<Integer> exitCode;
    try (var launcher = launcher("sleep", "60")) {
      run = launcher::run;
      exitCode = new FutureTask<>(run);
      Thread.ofVirtual().start(exitCode);
      while (ProcessHandle.current().children().noneMatch(ProgramLauncherTest::isSleep)) {
        Thread.sleep(5);
      }
    }
    assertThat(exitCode.get(10, TimeUnit.SECONDS)).isNotZero();
    assertThat(parent).isEmptyDirectory();
  }

  @Test
  void saysWhichProgramDoesNotStart() throws Exception {
    try (var launcher = launcher("/no/such/program")) {
      assertThatThrownBy(launcher::run)
          .isInstanceOf(IOException.class)
          .hasMessageContaining("/no/such/program");
    }
  }

  private ProgramLauncher launcher(String... command) throws IOException {
    return ProgramLauncher.of(
        TemporaryFolder.of(Files.createDirectory(parent.resolve("run"))), List.of(command));
  }

  private static boolean isSleep(ProcessHandle process) {
    return process.info().command().orElse("").endsWith("sleep");
  }
}
