package fanout.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What a command says whose output has no room.
class FullDeviceTest {
  private static final File FULL = new File("/dev/full");

  @Test
  @Timeout(60)
  void outputThatCannotBeWrittenIsAFailure() throws Exception {
    assumeTrue(FULL.exists(), "there is no device that is always full");
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var builder =
        new ProcessBuilder(
                java,
                "-cp",
                System.getProperty("java.class.path"),
                "fanout.cli.fetch.FetchCommand",
                "--help")
            .redirectOutput(FULL);
    var process = builder.start();
    try (var err = process.errorReader()) {
      assertThat(err.readAllAsString())
          .isEqualTo(
              "fetch: Not all of the output could be written, such as on a device that is full\n");
    } finally {
      process.destroy();
    }
    assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(ExitCode.FAILED.status());
  }
}
