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
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What is special about fetching in other processes.
@Timeout(60)
class MultiProcessTest {
  private static final Concurrency TWO_BY_THREE = new Concurrency(1, 2, 3);

  /// Whoever fetches so many has to wait for room.
  private static final int MORE_THAN_FIT = TaskQueue.CAPACITY + 100;

  private final TestServer server = TestServer.start();
  private final FetchSettings settings = FetchSettings.of(server.uri());
  @TempDir Path directory;

  @AfterEach
  void closeServer() {
    server.close();
    assertThat(ProcessHandle.current().children()).isEmpty();
  }

  @Test
  void startsAsManyWorkersAsThereIsWorkFor() throws Exception {
    try (var fetcher = open(settings, new Concurrency(1, 4, 3), WorkerCommand.standard())) {
      assertThat(fetcher.processes()).isEmpty();
      assertThat(fetcher.fetchAll(List.of(Endpoint.of(Content.USERS)))).hasSize(1);
      assertThat(fetcher.processes()).hasSize(1);
      assertThat(fetcher.fetchAll(Endpoint.SIX.subList(0, 2))).hasSize(2);
      Await.until(() -> fetcher.processes().size() == 2);
    }
  }

  @Test
  void fetchesNoMoreAtOnceThanAllWorkersMay() throws Exception {
    server.delayAll(Duration.ofMillis(20));
    var batch = Collections.nCopies(40, Endpoint.of(Content.USERS));
    try (var fetcher = open(settings, new Concurrency(1, 2, 2), WorkerCommand.standard())) {
      assertThat(fetcher.fetchAll(batch)).hasSize(40);
      assertThat(server.mostInFlight()).isBetween(2, 4);
    }
  }

  @Test
  void strayPrintsCorruptNothing() throws Exception {
    try (var fetcher = open(MisbehavingWorker.always(Misbehaviour.PRINTS))) {
      for (int i = 0; i < 20; i++) {
        assertThat(fetcher.fetchAll(Endpoint.SIX))
            .extracting(FetchResult::status)
            .containsOnly(200);
      }
      assertThat(server.requests()).isEqualTo(20 * Endpoint.SIX.size());
    }
  }

  @Test
  void whatTheJvmPrintsAtItsStartCorruptsNothing() throws Exception {
    var noisy =
        new WorkerCommand(
            Worker.class.getName(),
            List.of("-XX:AOTCache=" + directory.resolve("missing.aot"), "-Xlog:all=warning:stdout"),
            Map.of("JAVA_TOOL_OPTIONS", "-Dnoise=true"));
    try (var fetcher = open(noisy)) {
      assertThat(fetcher.fetchAll(Endpoint.SIX)).hasSize(6);
      assertThat(server.requests()).isEqualTo(6);
    }
  }

  @Test
  void aWrongAnswerIsNotTriedAgain() {
    server.on("/users", Answer.status(500));
    try (var fetcher = open(WorkerCommand.standard())) {
      assertThatThrownBy(() -> fetcher.fetchAll(List.of(Endpoint.of(Content.USERS))))
          .isInstanceOf(FetchException.class)
          .hasMessageContaining("responded with 500 instead of 200");
      assertThat(server.requests()).isEqualTo(1);
    }
  }

  @Test
  void aListenerThatFailsEndsItsBatchAndNoWorker() throws Exception {
    var heard = new AtomicInteger();
    var failsOnce =
        new FetchListener() {
          @Override
          public void finished(FetchResult fetched) {
            if (heard.getAndIncrement() == 0) {
              throw new AssertionError("not that one");
            }
          }
        };
    try (var fetcher =
        new MultiProcess(settings, TWO_BY_THREE, failsOnce, WorkerCommand.standard())) {
      assertThatThrownBy(() -> fetcher.fetchAll(Endpoint.SIX))
          .isInstanceOf(AssertionError.class)
          .hasMessage("not that one");
      Await.until(() -> fetcher.processes().size() == 2);
      var workers = fetcher.processes();

      assertThat(fetcher.fetchAll(Endpoint.SIX)).hasSize(6);
      assertThat(fetcher.processes()).isEqualTo(workers);
    }
  }

  @Test
  void callersWaitForRoomInTheQueueAndCanBeInterrupted() throws Exception {
    var slow = Endpoint.of(Content.USERS);
    server.on("/users", Answer.afterAges());
    try (var fetcher =
        open(
            settings.withDeadline(Duration.ofMinutes(4)), TWO_BY_THREE, WorkerCommand.standard())) {
      var endless = Collections.nCopies(MORE_THAN_FIT, slow);
      var batch = new FutureTask<>(() -> fetcher.fetchAll(endless));
      var caller = Thread.ofPlatform().start(batch);
      Await.until(() -> server.inFlight() == 6 && isWaiting(caller));
      caller.interrupt();
      caller.join();
      assertThat(batch.exceptionNow()).isInstanceOf(InterruptedException.class);
      Await.until(() -> server.aborted() == 6);

      var more = Collections.nCopies(MORE_THAN_FIT, Endpoint.of(Content.ALBUMS));
      assertThat(fetcher.fetchAll(more)).extracting(FetchResult::endpoint).isEqualTo(more);
    }
  }

  @Test
  void echoComesBackUntilThePoolIsClosed() throws Exception {
    var pool = new WorkerPool(settings, TWO_BY_THREE);
    try (pool) {
      for (int i = 0; i < 100; i++) {
        pool.echo();
      }
      assertThat(pool.processes()).hasSize(1);
    }
    assertThatThrownBy(pool::echo).isInstanceOf(IllegalStateException.class);
    assertThat(server.requests()).isZero();
  }

  private MultiProcess open(WorkerCommand command) {
    return open(settings, TWO_BY_THREE, command);
  }

  private static boolean isWaiting(Thread thread) {
    return thread.getState() == Thread.State.WAITING
        || thread.getState() == Thread.State.TIMED_WAITING;
  }

  private static MultiProcess open(
      FetchSettings settings, Concurrency concurrency, WorkerCommand command) {
    return new MultiProcess(settings, concurrency, FetchListener.NONE, command);
  }
}
