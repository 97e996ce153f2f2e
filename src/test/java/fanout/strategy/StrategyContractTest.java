package fanout.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fanout.fetch.Answer;
import fanout.fetch.Await;
import fanout.fetch.Batch;
import fanout.fetch.BatchFetcher;
import fanout.fetch.Concurrency;
import fanout.fetch.Endpoint;
import fanout.fetch.FetchException;
import fanout.fetch.FetchListener;
import fanout.fetch.FetchResult;
import fanout.fetch.FetchSettings;
import fanout.fetch.ResponseMode;
import fanout.fetch.SixBodies;
import fanout.fetch.TestServer;
import fanout.vocabulary.Content;
import fanout.vocabulary.Strategy;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What every strategy promises, whichever way it waits.
@Timeout(60)
class StrategyContractTest {
  private static final Concurrency CONCURRENCY = new Concurrency(16, 2, 8);

  /// Where in [Endpoint#SIX] the endpoint stands that the tests of failures break.
  private static final int BROKEN = 3;

  private final TestServer server = TestServer.start();
  private final FetchSettings settings = FetchSettings.of(server.uri());

  /// A first fetch loads classes, for which no deadline of these tests has room.
  @BeforeAll
  static void loadClasses() throws Exception {
    try (var server = TestServer.start();
        var fetcher = open(Strategy.ASYNC, FetchSettings.of(server.uri()))) {
      assertThat(fetcher.fetchAll(Endpoint.SIX)).hasSameSizeAs(Endpoint.SIX);
    }
  }

  @AfterEach
  void closeServer() {
    server.close();
  }

  @ParameterizedTest
  @EnumSource
  void answersEachEndpointInOrder(Strategy strategy) throws Exception {
    try (var fetcher = open(strategy, settings)) {
      assertRight(fetcher.fetchAll(Endpoint.SIX), Endpoint.SIX);

      var backwards = new ArrayList<>(Endpoint.SIX);
      Collections.reverse(backwards);
      assertRight(fetcher.fetchAll(backwards), backwards);
    }
  }

  @ParameterizedTest
  @EnumSource
  void keepsOrderWhereTheFirstAnswersLast(Strategy strategy) throws Exception {
    var longest = Duration.ofMillis(startsCold(strategy) ? 200 : 100);
    server.on("/posts", server.answerOf("/posts").delayed(longest));
    try (var fetcher = open(strategy, settings)) {
      assertRight(fetcher.fetchAll(Endpoint.SIX), Endpoint.SIX);
    }
  }

  @ParameterizedTest
  @EnumSource
  void handsOverTheBodyWhereAskedTo(Strategy strategy) throws Exception {
    try (var fetcher = open(strategy, settings.withResponseMode(ResponseMode.BODY))) {
      assertThat(fetcher.fetchAll(Endpoint.SIX))
          .allSatisfy(fetched ->
              assertThat(fetched.body())
                  .isEqualTo(ByteBuffer.wrap(Answer.bytesOf(server.bodyOf(fetched.endpoint())))));
    }
  }

  @ParameterizedTest
  @EnumSource
  void answersAnEmptyBatchWithAnEmptyList(Strategy strategy) throws Exception {
    try (var fetcher = open(strategy, settings)) {
      assertThat(fetcher.fetchAll(List.of())).isEmpty();
      assertThat(server.requests()).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource
  void fetchesAThousandEndpoints(Strategy strategy) throws Exception {
    var many =
        IntStream.range(0, 1000).mapToObj(i -> Endpoint.SIX.get(i % Endpoint.SIX.size())).toList();
    try (var fetcher = open(strategy, settings)) {
      assertRight(fetcher.fetchAll(many), many);
      assertThat(server.requests()).isEqualTo(1000);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"FIXED_POOL", "FORK_JOIN"})
  void keepsToItsThreads(Strategy strategy) throws Exception {
    server.delayAll(Duration.ofMillis(20));
    var batch = Collections.nCopies(40, Endpoint.of(Content.USERS));
    try (var fetcher = Strategies.open(strategy, settings, new Concurrency(4, 1, 1))) {
      assertRight(fetcher.fetchAll(batch), batch);
      assertThat(server.mostInFlight()).isEqualTo(4);
    }
  }

  @ParameterizedTest
  @EnumSource
  void answersEightCallersAtOnce(Strategy strategy) throws Exception {
    try (var fetcher = open(strategy, settings);
        var callers = Executors.newFixedThreadPool(8)) {
      var batches = new ArrayList<Future<List<FetchResult>>>();
      for (int i = 0; i < 80; i++) {
        batches.add(callers.submit(() -> fetcher.fetchAll(Endpoint.SIX)));
      }
      for (var batch : batches) {
        assertRight(batch.get(30, TimeUnit.SECONDS), Endpoint.SIX);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void pausesOncePerFetch(Strategy strategy) throws Exception {
    // In turn, any pause shows; the pauses of the others must overlap, however slowly they start.
    var pause = Duration.ofMillis(strategy == Strategy.SEQUENTIAL ? 100 : 300);
    try (var fetcher = open(strategy, settings)) {
      var answers = fetcher.fetchAll(new Batch(Endpoint.SIX, pause));

      assertRight(answers, Endpoint.SIX);
      assertThat(answers)
          .allSatisfy(fetched ->
              assertThat(fetched.finishedNs() - fetched.receivedNs())
                  .isGreaterThanOrEqualTo(pause.toNanos()));
      if (strategy == Strategy.SEQUENTIAL) {
        assertThat(answers.getLast().startedNs())
            .isGreaterThanOrEqualTo(answers.getFirst().finishedNs());
      } else {
        assertAllPausedAtOnce(answers);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void listenerHearsStartAndFinishOfEach(Strategy strategy) throws Exception {
    var heard = new HeardFetches();
    try (var fetcher = open(strategy, settings, heard)) {
      var answers = fetcher.fetchAll(Endpoint.SIX);

      assertThat(heard.started).containsExactlyInAnyOrderElementsOf(Endpoint.SIX);
      assertThat(heard.finished).containsExactlyInAnyOrderElementsOf(answers);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aBadStatusFailsTheBatchByName(Strategy strategy) {
    assertFailsByName(strategy, Answer.status(500), "/photos answered 500 instead of 200");
  }

  @ParameterizedTest
  @EnumSource
  void badJsonFailsTheBatchByName(Strategy strategy) {
    assertFailsByName(strategy, Answer.ok("[{\"id\": 1}]"), "not JSON of the expected shape");
  }

  @ParameterizedTest
  @EnumSource
  void aRefusedConnectionFailsTheBatchByName(Strategy strategy) {
    var gone = TestServer.start();
    gone.close();
    var six = new ArrayList<>(Endpoint.SIX);
    six.set(BROKEN, new Endpoint("gone", gone.uri().resolve("/x"), Content.ANY_JSON));
    try (var fetcher = open(strategy, settings)) {
      assertThatThrownBy(() -> fetcher.fetchAll(six))
          .isInstanceOf(FetchException.class)
          .hasMessage("gone: GET " + gone.uri() + "/x failed: connection refused");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aStalledBodyFailsTheBatchByNameAtTheDeadline(Strategy strategy) {
    server.on("/photos", new Answer.Stalled(1000, "["));
    var deadline = Duration.ofMillis(startsCold(strategy) ? 1000 : 400);
    try (var fetcher = open(strategy, settings.withDeadline(deadline))) {
      assertThatThrownBy(() -> fetcher.fetchAll(Endpoint.SIX))
          .isInstanceOf(FetchException.class)
          .hasMessage(
              "photos: GET %s/photos gave no complete answer within %s"
                  .formatted(server.uri(), startsCold(strategy) ? "1 s" : "400 ms"));
      Await.until(() -> server.aborted() == 1);
    }
  }

  /// The first failure in time ends the batch, though the caller might wait for others first.
  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SEQUENTIAL")
  void oneFailureCancelsWhatStillRuns(Strategy strategy) throws Exception {
    Endpoint.SIX.forEach(slow -> server.on(slow.location().getPath(), Answer.afterAges()));
    // By then the others are under way.
    var delay = Duration.ofMillis(startsCold(strategy) ? 500 : 200);
    server.on("/photos", new Answer.Full(500, "[]", delay));
    try (var fetcher = open(strategy, settings.withDeadline(Duration.ofMinutes(4)))) {
      assertThatThrownBy(() -> fetcher.fetchAll(Endpoint.SIX))
          .isInstanceOf(FetchException.class)
          .hasMessageStartingWith("photos: ");
      Await.until(() -> server.inFlight() == 0);
      assertThat(server.requests()).isEqualTo(server.aborted() + 1);

      server.on("/users", Answer.ok(SixBodies.body(Content.USERS)));
      var next = Collections.nCopies(20, Endpoint.of(Content.USERS));
      assertRight(fetcher.fetchAll(next), next);
    }
  }

  @ParameterizedTest
  @EnumSource
  void anInterruptCancelsTheBatch(Strategy strategy) throws Exception {
    var slow = slowBatch();
    try (var fetcher = open(strategy, settings.withDeadline(Duration.ofMinutes(4)))) {
      var caller = new Caller(fetcher, Batch.of(slow));
      Await.until(() -> server.inFlight() == expectedInFlight(strategy));
      caller.thread.interrupt();

      assertThat(caller.failure()).isInstanceOf(InterruptedException.class);
      Await.until(() -> server.inFlight() == 0 && server.aborted() == expectedInFlight(strategy));
    }
  }

  @ParameterizedTest
  @EnumSource
  void anInterruptEndsThePause(Strategy strategy) throws Exception {
    try (var fetcher = open(strategy, settings)) {
      var caller = new Caller(fetcher, new Batch(Endpoint.SIX, Duration.ofMinutes(4)));
      Await.until(() -> server.requests() >= expectedInFlight(strategy));
      caller.thread.interrupt();
      assertThat(caller.failure()).isInstanceOf(InterruptedException.class);
    }
  }

  @ParameterizedTest
  @EnumSource
  void closeEndsTheBatchesOfOthers(Strategy strategy) throws Exception {
    var slow = slowBatch();
    var fetcher = open(strategy, settings.withDeadline(Duration.ofMinutes(4)));
    var caller = new Caller(fetcher, Batch.of(slow));
    Await.until(() -> server.inFlight() == expectedInFlight(strategy));
    fetcher.close();

    assertThat(caller.failure()).isInstanceOfAny(IllegalStateException.class, FetchException.class);
    Await.until(() -> server.openConnections() == 0);
  }

  @ParameterizedTest
  @EnumSource
  void closeLeavesNoThreadProcessOrConnection(Strategy strategy) throws Exception {
    warmUpSharedThreads();
    var threadsBefore = Thread.getAllStackTraces().keySet();
    try (var fetcher = open(strategy, settings)) {
      assertRight(fetcher.fetchAll(Endpoint.SIX), Endpoint.SIX);
      assertThat(server.openConnections()).isPositive();
    }
    Await.until(() -> server.openConnections() == 0);
    Await.until(() -> threadsBefore.containsAll(ownThreads()));
    assertThat(ProcessHandle.current().children()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void refusesToFetchOnceClosed(Strategy strategy) {
    var fetcher = open(strategy, settings);
    fetcher.close();
    fetcher.close();
    assertThatThrownBy(() -> fetcher.fetchAll(Endpoint.SIX))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(strategy.name());
  }

  private static BatchFetcher open(Strategy strategy, FetchSettings settings) {
    return open(strategy, settings, FetchListener.NONE);
  }

  private static BatchFetcher open(
      Strategy strategy, FetchSettings settings, FetchListener listener) {
    Strategies.unavailable(strategy).ifPresent(reason -> assumeTrue(false, reason));
    return Strategies.open(strategy, settings, CONCURRENCY, listener);
  }

  /// Workers load their classes while they fetch the first batch; this JVM has loaded them.
  private static boolean startsCold(Strategy strategy) {
    return strategy == Strategy.MULTI_PROCESS;
  }

  private List<Endpoint> slowBatch() {
    Endpoint.SIX.forEach(slow -> server.on(slow.location().getPath(), Answer.afterAges()));
    return Endpoint.SIX;
  }

  private static int expectedInFlight(Strategy strategy) {
    return strategy == Strategy.SEQUENTIAL ? 1 : Endpoint.SIX.size();
  }

  private void assertFailsByName(Strategy strategy, Answer answer, String message) {
    server.on("/photos", answer);
    try (var fetcher = open(strategy, settings)) {
      assertThatThrownBy(() -> fetcher.fetchAll(Endpoint.SIX))
          .isInstanceOfSatisfying(
              FetchException.class, e -> assertThat(e.endpointName()).isEqualTo("photos"))
          .hasMessageStartingWith("photos: GET " + server.uri())
          .hasMessageContaining(message);
    }
  }

  private void assertRight(List<FetchResult> answers, List<Endpoint> asked) {
    assertThat(answers).extracting(FetchResult::endpoint).isEqualTo(asked);
    assertThat(answers)
        .allSatisfy(fetched -> {
          var content = fetched.endpoint().content();
          assertThat(fetched.status()).isEqualTo(200);
          assertThat(fetched.items()).isEqualTo(SixBodies.items(content));
          assertThat(fetched.bytes()).isEqualTo(Answer.bytesOf(SixBodies.body(content)).length);
          assertThat(fetched.body()).isNull();
          assertThat(timesOf(fetched)).isSorted();
        });
  }

  private static List<Long> timesOf(FetchResult fetched) {
    return List.of(
        0L, fetched.startedNs(), fetched.firstByteNs(), fetched.receivedNs(), fetched.finishedNs());
  }

  private static void assertAllPausedAtOnce(List<FetchResult> answers) {
    long lastPauseBegan = answers.stream().mapToLong(FetchResult::receivedNs).max().orElseThrow();
    long firstPauseEnded = answers.stream().mapToLong(FetchResult::finishedNs).min().orElseThrow();
    assertThat(firstPauseEnded).isGreaterThan(lastPauseBegan);
  }

  /// Has this JVM start the threads that all strategies share and none owns.
  private void warmUpSharedThreads() throws Exception {
    for (var strategy : List.of(Strategy.VIRTUAL_THREADS, Strategy.ASYNC)) {
      try (var fetcher = open(strategy, settings)) {
        assertThat(fetcher.fetchAll(new Batch(Endpoint.SIX, Duration.ofMillis(1))))
            .hasSameSizeAs(Endpoint.SIX);
      }
    }
    Await.until(() -> server.openConnections() == 0);
  }

  /// The threads of this JVM without the carriers of virtual threads and the common pool's, which
  /// come and go by themselves.
  private static List<Thread> ownThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> !thread.getName().startsWith("ForkJoinPool-1-"))
        .filter(thread -> !thread.getName().startsWith("ForkJoinPool.commonPool-"))
        .filter(thread -> !thread.getName().startsWith("process reaper"))
        .toList();
  }

  /// Hears everything.
  private static final class HeardFetches implements FetchListener {
    final ConcurrentLinkedQueue<Endpoint> started = new ConcurrentLinkedQueue<>();
    final ConcurrentLinkedQueue<FetchResult> finished = new ConcurrentLinkedQueue<>();

    @Override
    public void started(Endpoint endpoint, long startedNs) {
      started.add(endpoint);
    }

    @Override
    public void finished(FetchResult fetched) {
      finished.add(fetched);
    }
  }

  /// Somebody who waits for a batch on a thread of his own.
  private static final class Caller {
    final Thread thread;
    private final FutureTask<List<FetchResult>> batch;

    Caller(BatchFetcher fetcher, Batch wanted) {
      batch = new FutureTask<>(() -> fetcher.fetchAll(wanted));
      thread = Thread.ofPlatform().name("caller").start(batch);
    }

    Throwable failure() throws Exception {
      thread.join(Duration.ofSeconds(10));
      return batch.exceptionNow();
    }
  }
}
