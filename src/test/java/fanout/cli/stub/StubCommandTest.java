package fanout.cli.stub;

import static org.assertj.core.api.Assertions.assertThat;

import fanout.cli.CommandOutcome;
import fanout.cli.CommandRunner;
import fanout.cli.ExitCode;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the command refuses: with anything else it serves until Ctrl-C.
@Timeout(60)
class StubCommandTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--port=70000|A port is a number from 0 (any free one) to 65535, got: 70000",
        "--port=-1|A port is a number from 0 (any free one) to 65535, got: -1",
        "--port=x|--port",
        "--bind=0.0.0.0|--bind takes the address of a network interface of this machine, such as 10.0.0.3, got: 0.0.0.0",
        "--bind=192.0.2.1|--bind takes the address of a network interface of this machine, such as 10.0.0.3, got: 192.0.2.1",
        "--bind=::1|--bind takes an IPv4 address, got: ::1",
        "--delay=2m|A delay is from 0 to 60000 ms, got: PT2M",
        "--delay=2h|A delay is from 0 to 60000 ms, got: PT2H",
        "--delay=2000000000000000h|is too long; a duration has up to 8760h",
        "--delay=soon|'soon' is not a duration",
        "--no-such-option|--no-such-option",
      },
      quoteCharacter = '`')
  void wrongUsageIsOneSentence(String option, String sentence) throws Exception {
    requireRefused(stub(option), ExitCode.USAGE, sentence);
  }

  @Test
  void aMissingPayloadIsNamed(@TempDir Path empty) throws Exception {
    requireRefused(
        stub("--payloads=" + empty),
        ExitCode.INVALID,
        "The payload file " + empty.resolve("posts.json") + " is missing.");
  }

  private static void requireRefused(CommandOutcome ended, ExitCode exitCode, String sentence) {
    assertThat(ended.status()).isEqualTo(exitCode.status());
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err()).startsWith("stub: ").contains(sentence).hasLineCount(1);
  }

  private static CommandOutcome stub(String... args) throws Exception {
    return CommandOutcome.of(() -> CommandRunner.run(new StubCommand(), args));
  }
}
