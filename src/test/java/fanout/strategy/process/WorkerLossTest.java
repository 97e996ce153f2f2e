package fanout.strategy.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fanout.fetch.Answer;
import fanout.fetch.Await;
import fanout.fetch.Concurrency;
import fanout.fetch.Endpoint;
import fanout.fetch.FetchException;
import fanout.fetch.FetchListener;
import fanout.fetch.FetchResult;
import fanout.fetch.FetchSettings;
import fanout.fetch.TestServer;
import fanout.vocabulary.Content;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What becomes of fetches whose workers misbehave or die.
@Timeout(60)
class WorkerLossTest {
  private static final Concurrency TWO_BY_THREE = new Concurrency(1, 2, 3);

  private final TestServer server = TestServer.start();
  private final FetchSettings settings = FetchSettings.of(server.uri());
  @TempDir Path directory;

  @AfterEach
  void closeServer() {
    server.close();
    assertThat(ProcessHandle.current().children()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"RUBBISH", "EXITS"})
  void oneWorkerThatMisbehavesLosesNothing(Misbehaviour how) throws Exception {
    try (var fetcher = open(MisbehavingWorker.once(how, directory))) {
      for (int i = 0; i < 3; i++) {
        assertThat(fetcher.fetchAll(Endpoint.SIX))
            .extracting(FetchResult::endpoint)
            .isEqualTo(Endpoint.SIX);
      }
      Await.until(() -> fetcher.processes().size() == 2);
      assertThat(server.requests()).isEqualTo(18);
    }
  }

  /// Another worker would begin after the deadline, and end at twice of it.
  @Test
  void aWorkerThatHangsFailsItsFetchesAtTheDeadline() throws Exception {
    var deadline = Duration.ofSeconds(1);
    var hangs = MisbehavingWorker.once(Misbehaviour.HANGS, directory);
    try (var fetcher = open(settings.withDeadline(deadline), TWO_BY_THREE, hangs)) {
      assertThatThrownBy(() -> fetcher.fetchAll(List.of(Endpoint.of(Content.USERS))))
          .isInstanceOf(FetchException.class)
          .hasMessage(
              "users: was lost with its worker process, which hung:"
                  + " it gave no reply within 3000 ms");
      assertThat(server.requests()).isZero();
      assertThat(fetcher.fetchAll(Endpoint.SIX)).hasSize(6);
    }
  }

  @Test
  void anAnswerCountsOnce() throws Exception {
    try (var fetcher = open(MisbehavingWorker.once(Misbehaviour.ANSWERS_TWICE, directory))) {
      assertThatThrownBy(() -> fetcher.fetchAll(List.of(Endpoint.of(Content.USERS))))
          .hasMessage("users: responded with 404 instead of 200");
      assertThat(fetcher.fetchAll(Endpoint.SIX)).hasSize(6);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"RUBBISH", "EXITS"})
  void aFetchThatIsLostTwiceFailsByName(Misbehaviour how) {
    try (var fetcher = open(MisbehavingWorker.always(how))) {
      assertThatThrownBy(() -> fetcher.fetchAll(List.of(Endpoint.of(Content.USERS))))
          .isInstanceOf(FetchException.class)
          .hasMessageStartingWith("users: was lost with two worker processes")
          .hasMessageContaining(
              how == Misbehaviour.EXITS
                  ? "ended with exit code 7; its last words: I had enough"
                  : "wrote rubbish instead of a frame: java.lang.OutOfMemoryError: rubbish");
    }
  }

  /// The objects take far more than the text that they are decoded from.
  @Test
  void aFetchThatRunsOutOfMemoryFailsAloneAndItsWorkerIsReplaced() throws Exception {
    server.on("/any", Answer.ok("[" + "{},".repeat(1_000_000) + "{}]"));
    var any = new Endpoint("any", URI.create("/any"), Content.ANY_JSON);
    try (var fetcher = open(tight())) {
      assertThatThrownBy(() -> fetcher.fetchAll(List.of(any)))
          .isInstanceOf(FetchException.class)
          .hasMessageStartingWith("any: GET " + server.uri() + "/any needs more memory than there")
          .hasMessageContaining("the heap of this JVM is limited to 16 MB");
      assertThat(server.requests()).isEqualTo(1);
      assertThat(fetcher.fetchAll(List.of(Endpoint.of(Content.USERS)))).hasSize(1);
    }
  }

  @Test
  void aWorkerRefusesBodiesThatItHasNoRoomFor() throws Exception {
    server.on("/photos", Answer.ok("[" + " ".repeat(40 << 20) + "]"));
    try (var fetcher = open(tight())) {
      assertThatThrownBy(() -> fetcher.fetchAll(List.of(Endpoint.of(Content.PHOTOS))))
          .isInstanceOf(FetchException.class)
          .hasMessageEndingWith(
              " sent a body for which there is no room: all that are received at once may take"
                  + " 8 MB");
      assertThat(fetcher.fetchAll(List.of(Endpoint.of(Content.USERS)))).hasSize(1);
      assertThat(server.requests()).isEqualTo(2);
    }
  }

  @Test
  void givesUpAfterFiveDeathsAtStartWithTheWorkersOwnWords() {
    try (var fetcher = open(MisbehavingWorker.always(Misbehaviour.DIES_AT_START))) {
      for (int i = 0; i < 2; i++) {
        assertThatThrownBy(() -> fetcher.fetchAll(Endpoint.SIX))
            .isInstanceOf(FetchException.class)
            .hasMessageContaining("worker processes died at start 5 times in a row")
            .hasMessageContaining("exit code 9; its last words: error while loading shared");
      }
    }
  }

  @Test
  void killedWorkersLoseNothing() throws Exception {
    server.delayAll(Duration.ofSeconds(20));
    try (var fetcher = open(WorkerCommand.standard())) {
      var batch = new FutureTask<>(() -> fetcher.fetchAll(Endpoint.SIX));
      Thread.ofPlatform().start(batch);
      Await.until(() -> server.inFlight() == 6);
      server.delayAll(Duration.ZERO);
      fetcher.processes().forEach(ProcessHandle::destroyForcibly);
      assertThat(batch.get()).extracting(FetchResult::endpoint).isEqualTo(Endpoint.SIX);
      assertThat(server.requests()).isEqualTo(12);
    }
  }

  private static WorkerCommand tight() {
    return new WorkerCommand(Worker.class.getName(), List.of("-Xms16m", "-Xmx16m"), Map.of());
  }

  private MultiProcess open(WorkerCommand command) {
    return open(settings, TWO_BY_THREE, command);
  }

  private static MultiProcess open(
      FetchSettings settings, Concurrency concurrency, WorkerCommand command) {
    return new MultiProcess(settings, concurrency, FetchListener.NONE, command);
  }
}
