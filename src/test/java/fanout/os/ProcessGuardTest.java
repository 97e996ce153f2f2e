package fanout.os;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// Real JVMs with a guard, which start a shell that starts another process and ends: nothing but
/// its surroundings tells whose that is.
@Timeout(60)
class ProcessGuardTest {
  @Test
  @EnabledOnOs(OS.LINUX)
  void whatAKilledJvmStartedEndsAlsoWhereItsParentHasEnded() throws Exception {
    var parent = parent("killed");
    try (var output = parent.inputReader()) {
      var orphan = ProcessHandle.of(Long.parseLong(output.readLine())).orElseThrow();
      var guard = parent.children().toList();
      assertThat(guard).hasSize(1);
      // As Ctrl-C in a terminal, which reaches the guard first.
      guard.forEach(ProcessHandle::destroy);

      parent.destroyForcibly();

      orphan.onExit().get(20, TimeUnit.SECONDS);
      guard.getFirst().onExit().get(20, TimeUnit.SECONDS);
    } finally {
      parent.destroyForcibly();
    }
  }

  @Test
  void whatAJvmLeavesOnPurposeStays() throws Exception {
    var parent = parent("dismisses");
    try (var output = parent.inputReader()) {
      var orphan = ProcessHandle.of(Long.parseLong(output.readLine())).orElseThrow();
      try {
        var guard = Long.parseLong(output.readLine());
        var ended = ProcessHandle.of(guard).map(ProcessHandle::onExit);
        if (ended.isPresent()) {
          ended.get().get(20, TimeUnit.SECONDS);
        }
        assertThat(orphan.isAlive()).isTrue();
      } finally {
        orphan.destroyForcibly();
      }
    } finally {
      parent.destroyForcibly();
    }
  }

  private static Process parent(String end) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            GuardedParent.class.getName(),
            end)
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  static final class GuardedParent {
    private GuardedParent() {}

    public static void main(String[] args) throws Exception {
      var shell = new ProcessBuilder("sh", "-c", "sleep 600 >/dev/null 2>&1 & echo $!");
      try (var _ = ProcessGuard.start()) {
        System.out.println(ChildProcess.run(shell, Duration.ofSeconds(20)).text());
        if (args[0].equals("killed")) {
          Thread.sleep(Long.MAX_VALUE);
        }
        System.out.println(ProcessHandle.current().children().findFirst().orElseThrow().pid());
      }
    }
  }
}
