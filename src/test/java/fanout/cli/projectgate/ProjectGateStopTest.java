package fanout.cli.projectgate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class ProjectGateStopTest {
  @TempDir Path temporary;
  @TempDir Path project;

  @Test
  void aSignalWhileTheSharedStubIsWarmedUpLeavesNoStubAndNoFolder() throws Exception {
    var gate =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:-UsePerfData",
                "-Djava.io.tmpdir=" + temporary,
                "-Djmh.ignoreLock=true",
                "-cp",
                System.getProperty("java.class.path"),
                ProjectGate.class.getName(),
                "--base=HEAD",
                "--candidate=HEAD")
            .directory(project.toFile())
            .redirectErrorStream(true)
            .start();
    try (var output = gate.inputReader()) {
      assertThat(output.readLine()).startsWith("Warming up the stub");
      var below = gate.descendants().toList();
      assertThat(below).isNotEmpty();
      assertThat(temporary).isNotEmptyDirectory();

      gate.toHandle().destroy(); // which leaves its output open

      assertThat(output.lines().toList())
          .isEqualTo(
              List.of(
                  "gate: The gate was stopped before its first round",
                  "fanout: exit code 3: the run is invalid, or nothing was judged"));
      assertThat(gate.waitFor()).isEqualTo(3);
      for (var process : below) {
        process.onExit().get(20, TimeUnit.SECONDS);
      }
      assertThat(temporary).isEmptyDirectory();
    } finally {
      gate.destroyForcibly();
    }
  }
}
