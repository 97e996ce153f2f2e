package fanout.cli.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import fanout.cli.CommandOutcome;
import fanout.cli.CommandRunner;
import fanout.cli.ExitCode;
import fanout.fetch.Answer;
import fanout.fetch.TestServer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Runs the real command in this JVM, without pauses, on a server that answers at once.
@Timeout(60)
class FetchCommandTest {
  private final TestServer server =
      TestServer.start().on("/one", Answer.ok("{}")).on("/three", Answer.ok("[1, 2, 3]"));

  @TempDir Path folder;

  @AfterEach
  void closeServer() {
    server.close();
  }

  @Test
  void fetchesTheUrlsThatAreGiven() throws Exception {
    var ended =
        fetch("--pause", "0", "--strategy", "sequential", "--url", url("/one"), url("/three"));

    assertThat(ended.err()).isEmpty();
    assertThat(ended.status()).isEqualTo(ExitCode.OK.status());
    assertThat(ended.out())
        .containsPattern("one +started")
        .containsPattern("one +finished, 1 items")
        .containsPattern("three +finished, 3 items")
        .containsPattern("all 2 +finished, 4 items")
        .containsPattern("\nsequential +[0-9.]+ s +1\\.00\n");
  }

  @Test
  void fetchesTheSixFromTheStubThatIsGiven() throws Exception {
    var ended = fetch("--pause=0", "--strategy=async,virtual-threads", "--stub=" + server.uri());

    assertThat(ended.err()).isEmpty();
    assertThat(ended.status()).isEqualTo(ExitCode.OK.status());
    assertThat(ended.out())
        .containsPattern("\nasync\n[^@]*all 6 +finished, 27 items\n\nvirtual-threads\n")
        .containsPattern("\nasync +[0-9.]+ s\nvirtual-threads +[0-9.]+ s\n");
    assertThat(server.requests()).isEqualTo(12);
  }

  @Test
  void passesCommentsInAFileOfUrlsOver() throws Exception {
    var file = folder.resolve("urls.txt");
    Files.writeString(
        file, "# mine\n\n  %s \n#%s\n%s\n".formatted(url("/one"), url("/not-now"), url("/three")));

    var ended = fetch("--pause=0", "--strategy=sequential", "--url-file", file.toString());

    assertThat(ended.err()).isEmpty();
    assertThat(ended.status()).isEqualTo(ExitCode.OK.status());
    assertThat(ended.out()).containsPattern("all 2 +finished, 4 items").doesNotContain("not-now");
  }

  @Test
  void aFileWithoutUrlsIsWrongUsage() throws Exception {
    var file = Files.writeString(folder.resolve("urls.txt"), "# none yet\n");
    requireWrongUsage(urlsOf(file), "There is no URL in '" + file + "'");

    Files.writeString(file, "no url\n");
    requireWrongUsage(urlsOf(file), "'no url' is not a URL");

    var missing = folder.resolve("missing.txt");
    requireWrongUsage(urlsOf(missing), "Cannot read the file of URLs '" + missing + "'");
  }

  @Test
  void aStubAndUrlsExcludeEachOther() throws Exception {
    requireWrongUsage(fetch("--stub=" + server.uri(), "--url", url("/one")), "--stub=URL");
    assertThat(server.requests()).isZero();
  }

  @Test
  void aFetchThatFailsIsNamedAndTheOtherStrategiesGoOn() throws Exception {
    server.on("/three", Answer.status(500));
    var ended =
        fetch("--pause=0", "--strategy=sequential,async", "--url", url("/one"), url("/three"));

    assertThat(ended.err()).isEmpty();
    assertThat(ended.status()).isEqualTo(ExitCode.FAILED.status());
    assertThat(ended.out())
        .contains("  failed: three: GET " + url("/three") + " responded with 500 instead of 200\n")
        .containsPattern("\nsequential +failed: three: GET ")
        .containsPattern("\nasync +failed: three: GET ");
  }

  @Test
  void aResponseThatIsTooLargeOrTooLateFailsItsFetch() throws Exception {
    server.on("/one", Answer.ok("[" + " ".repeat(1000) + "]")).on("/three", Answer.afterAges());
    var large = fetch("--pause=0", "--strategy=async", "--max-body=1kB", "--url", url("/one"));
    var late = fetch("--pause=0", "--strategy=async", "--deadline=300ms", "--url", url("/three"));

    assertThat(large.status()).isEqualTo(ExitCode.FAILED.status());
    assertThat(large.out()).contains(url("/one") + " sent a body of more than 1,000 bytes, which");
    assertThat(late.status()).isEqualTo(ExitCode.FAILED.status());
    assertThat(late.out()).contains(url("/three") + " gave no complete response within 300 ms");
  }

  @Test
  void whatWasFetchedIsToldBesideWhatFailedWhereThatIsAskedFor() throws Exception {
    server.on("/three", Answer.status(500));
    var ended =
        fetch(
            "--pause=0",
            "--strategy=sequential,async",
            "--collect",
            "--url",
            url("/three"),
            url("/one"));

    assertThat(ended.err()).isEmpty();
    assertThat(ended.status()).isEqualTo(ExitCode.FAILED.status());
    assertThat(ended.out())
        .contains("  failed: three: GET " + url("/three") + " responded with 500 instead of 200\n")
        .containsPattern("1 of 2 +finished, 1 items\n")
        .containsPattern("\nsequential +[0-9.]+ s  1 of 2 failed\n")
        .containsPattern("\nasync +[0-9.]+ s  1 of 2 failed\n");
  }

  @Test
  void aBatchThatIsLateSaysSo() throws Exception {
    server.on("/three", Answer.afterAges());
    var ended =
        fetch("--pause=0", "--strategy=async", "--batch-deadline=400ms", "--url", url("/three"));

    assertThat(ended.status()).isEqualTo(ExitCode.FAILED.status());
    assertThat(ended.out())
        .contains("failed: three: was not finished within 400 ms, the time of the batch\n");
  }

  @Test
  void requestsThatWereSentAgainAreTold() throws Exception {
    server.on("/one", Answer.status(503), server.answerOf("/one"));
    var ended = fetch("--pause=0", "--strategy=async", "--retries=1", "--url", url("/one"));

    assertThat(ended.status()).isEqualTo(ExitCode.OK.status());
    assertThat(ended.out()).containsPattern("all 1 +finished, 1 items, in 2 requests\n");
  }

  @Test
  void whatAUrlHoldsIsNotObeyedByTheTerminal() throws Exception {
    var ended =
        fetch("--pause=0", "--strategy=async", "--url", server.uri() + "/%1b%5b31m%e2%80%ae");

    assertThat(ended.out()).contains("\\x1b[31m\\u202e").doesNotContain("\u001b", "\u202e");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--threads=40000|The number of threads must be at most 32767, got: 40000",
        "--threads=0|The number of threads must be at least 1, got: 0",
        "--processes=0|The number of processes must be at least 1, got: 0",
        "--in-flight=0|The number of in flight must be at least 1, got: 0",
        "--strategy=fastest|'fastest' is no strategy; there are sequential, fixed-pool, ",
        "--pause=soon|'soon' is not a duration",
        "--deadline=0|The deadline must be positive, got: PT0S",
        "--max-body=2GB|'2GB' is not a size; write a number and kB, MB or GB, such as 64MB, up to",
        "--batch-deadline=0|The deadline of a batch must be positive, got: PT0S",
        "--pause=300000000h|'300000000h' is too long; a duration has up to 8760h",
        "--retries=-1|There are 0 to 10 retries, got: -1",
        "--retries=11|There are 0 to 10 retries, got: 11",
        "--hedge=95|'95' is no percentile; write p50 to p99, such as p95",
        "--hedge=p20|'p20' is no percentile; write p50 to p99, such as p95",
        "--strategy=,|--strategy names none; there are sequential, fixed-pool, ",
        "--max-body=much|'much' is not a size; write a number and kB, MB or GB",
      },
      quoteCharacter = '`')
  void wrongUsageIsOneSentence(String option, String sentence) throws Exception {
    requireWrongUsage(fetch("--stub=" + server.uri(), option), sentence);
    assertThat(server.requests()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "--stub=ftp://x, '--stub takes an http or https URL such as http://127.0.0.1:8080, got: ftp'",
    "--stub=http://127.0.0.1:70000, --stub takes a URL with a port up to 65535",
    "--url=http://127.0.0.1:70000/x, --url takes a URL with a port up to 65535",
    "--url=users, --url takes an http or https URL such as http://127.0.0.1:8080"
  })
  void anAddressThatIsNoneIsOneSentence(String option, String sentence) throws Exception {
    requireWrongUsage(fetch(option), sentence);
  }

  private static void requireWrongUsage(CommandOutcome ended, String sentence) {
    assertThat(ended.status()).isEqualTo(ExitCode.USAGE.status());
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err()).startsWith("fetch: ").contains(sentence).hasLineCount(1);
  }

  private String url(String path) {
    return server.uri() + path;
  }

  private static CommandOutcome urlsOf(Path file) throws Exception {
    return fetch("--url-file", file.toString());
  }

  private static CommandOutcome fetch(String... args) throws Exception {
    return CommandOutcome.of(() -> CommandRunner.run(FetchCommand.command(), args));
  }
}
