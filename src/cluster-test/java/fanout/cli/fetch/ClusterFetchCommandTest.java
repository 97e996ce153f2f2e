package fanout.cli.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fanout.cli.CommandOutcome;
import fanout.cli.CommandRunner;
import fanout.cli.ExitCode;
import fanout.cli.member.MemberCommand;
import fanout.fetch.Answer;
import fanout.fetch.TestServer;
import java.net.Inet4Address;
import java.net.NetworkInterface;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Runs the real commands in this JVM, with members of their own where they need some.
@Timeout(60)
class ClusterFetchCommandTest {
  private final TestServer server =
      TestServer.start().on("/one", Answer.ok("{}")).on("/three", Answer.ok("[1, 2, 3]"));

  @AfterEach
  void closeServer() {
    server.close();
  }

  @Test
  void fetchesWithMembersOfItsOwn() throws Exception {
    var ended =
        run(
            "--strategy",
            "cluster",
            "--pause=0s",
            "--url=" + server.uri() + "/one",
            "--url=" + server.uri() + "/three");

    assertThat(ended.err()).isEmpty();
    assertThat(ended.status()).isEqualTo(ExitCode.OK.status());
    assertThat(ended.out())
        .startsWith("\ncluster\n")
        .containsSubsequence("one", "started")
        .contains("all 2      finished, 4 items")
        .containsPattern("member 127\\.0\\.0\\.1:\\d+ fetched 1");
  }

  @Test
  void saysWhichFetchFailed() throws Exception {
    server.on("/one", Answer.status(500));

    var ended = run("--members=1", "--pause=0s", "--url=" + server.uri() + "/one");

    assertThat(ended.status()).isEqualTo(ExitCode.FAILED.status());
    assertThat(ended.out()).contains("failed: one: ").contains("responded with 500");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --members=0            | fetch: --members takes 1 to 20, got: 0
          --in-flight=0          | fetch: --in-flight takes 1 to 5000, got: 0
          --member=10.0.0.3:5701 | fetch: --member 10.0.0.3:5701 is on another machine, and needs --token-file
          --member=a:b           | got: a:b
          --strategy=async       | fetch: The cluster fetches alone, and not with others: --strategy cluster
          --token-file=/none     | fetch: There is no token file '/none'; (umask 077; openssl rand -hex 16 >/none) makes one
          """)
  void refusesWhatIsWrong(String argument, String sentence) throws Exception {
    var ended = run(argument);

    assertThat(ended.err()).contains(sentence);
    assertThat(ended.status()).isEqualTo(ExitCode.USAGE.status());
  }

  @Test
  void aMemberThatIsNotThereIsNamed() throws Exception {
    var ended = run("--member=127.0.0.1:9", "--url=" + server.uri() + "/one");

    assertThat(ended.err())
        .isEqualTo("fetch: No member is to be reached at [127.0.0.1:9], or it has another token\n");
    assertThat(ended.status()).isEqualTo(ExitCode.FAILED.status());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --port=0         | member: A port is 1 to 65535, got: 0
          --bind=0.0.0.0   | member: --bind takes the address of a network interface of this machine, such as 10.0.0.3, got: 0.0.0.0
          --bind=192.0.2.1 | member: --bind takes the address of a network interface of this machine, such as 10.0.0.3, got: 192.0.2.1
          --in-flight=0    | member: A member has 1 to 5000 fetches in flight, got: 0
          --join=a:b       | got: a:b
          --stub=ftp://x   | member: --stub takes an http or https URL such as http://127.0.0.1:8080, got: ftp://x
          """)
  void aMemberRefusesWhatIsWrong(String argument, String sentence) throws Exception {
    var ended = CommandOutcome.of(() -> CommandRunner.run(new MemberCommand(), argument));

    assertThat(ended.err()).contains(sentence);
    assertThat(ended.status()).isEqualTo(ExitCode.USAGE.status());
  }

  @Test
  void aMemberThatOthersGetToNeedsAToken() throws Exception {
    var address =
        NetworkInterface.networkInterfaces()
            .flatMap(NetworkInterface::inetAddresses)
            .filter(each -> each instanceof Inet4Address && !each.isLoopbackAddress())
            .findFirst();
    assumeTrue(address.isPresent(), "this machine has no network");
    var bind = address.get().getHostAddress();

    var ended = CommandOutcome.of(() -> CommandRunner.run(new MemberCommand(), "--bind=" + bind));

    assertThat(ended.err())
        .contains("member: --bind " + bind + " needs --token-file, as others get there");
    assertThat(ended.status()).isEqualTo(ExitCode.USAGE.status());
  }

  private static CommandOutcome run(String... args) throws Exception {
    return CommandOutcome.of(() -> CommandRunner.run(ClusterFetchCommand.command(), args));
  }
}
