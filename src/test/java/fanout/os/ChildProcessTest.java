package fanout.os;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Real processes of a shell.
@Timeout(60)
class ChildProcessTest {
  private static final Duration LONG = Duration.ofSeconds(30);

  @Test
  void aFinishedProcessHasItsExitCodeAndBothOutputs() throws Exception {
    var finished = ChildProcess.run(shell("echo out; echo err >&2; exit 7"), LONG);

    assertThat(finished).isEqualTo(new FinishedProcess(7, false, List.of("out"), List.of("err")));
    assertThat(finished.succeeded()).isFalse();
  }

  @Test
  void aProcessReadsNothing() throws Exception {
    assertThat(ChildProcess.run(shell("cat; echo end"), LONG).text()).isEqualTo("end");
  }

  @Test
  void ofALongOutputTheEndIsKept() throws Exception {
    var finished = ChildProcess.run(shell("seq 1 1000000"), LONG);

    assertThat(finished.out()).hasSizeBetween(100_000, 999_999).endsWith("999999", "1000000");
  }

  @Test
  void aProcessThatTakesTooLongIsEndedWithAllBelowIt() throws Exception {
    var finished = ChildProcess.run(shell("sleep 60 & echo $!; wait"), Duration.ofMillis(300));

    assertThat(finished.timedOut()).isTrue();
    assertThat(finished.succeeded()).isFalse();
    assertEnds(Long.parseLong(finished.text()));
  }

  @Test
  void aProcessMayEndInPeaceWhereItDoesSoSoon() throws Exception {
    try (var child =
        ChildProcess.start(
            shell("trap 'echo bye; exit 3' TERM; echo on; while :; do sleep 0.01; done"))) {
      assertThat(child.output().readNBytes(3)).asString().isEqualTo("on\n");
      child.end();

      assertThat(child.awaitEnd()).isEqualTo(3);
      assertThat(child.output().readAllBytes()).asString().isEqualTo("bye\n");
    }
  }

  @Test
  void aProcessThatIgnoresTheRequestIsKilled() throws Exception {
    try (var child =
        ChildProcess.start(shell("trap '' TERM; echo on; while :; do sleep 0.01; done"))) {
      assertThat(child.output().readNBytes(3)).asString().isEqualTo("on\n");
      child.end();

      assertThat(child.awaitEnd()).isEqualTo(128 + 9);
    }
  }

  @Test
  void whoClosesItEndsWhatItStarted() throws Exception {
    String below;
    try (var child = ChildProcess.start(shell("sleep 60 & echo $!; wait"))) {
      below = new String(child.output().readNBytes(1), US_ASCII);
      below += new String(child.output().readNBytes(child.output().available()), US_ASCII);
    }
    assertEnds(Long.parseLong(below.strip()));
  }

  @Test
  void aProgramThatIsNotThereIsNamed() {
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> ChildProcess.run(new ProcessBuilder("no-such-program"), LONG))
        .withMessageContaining("no-such-program");
  }

  private static ProcessBuilder shell(String script) {
    return new ProcessBuilder("sh", "-c", script);
  }

  private static void assertEnds(long pid) throws Exception {
    var process = ProcessHandle.of(pid);
    if (process.isPresent()) {
      process.get().onExit().get(10, TimeUnit.SECONDS);
    }
  }
}
