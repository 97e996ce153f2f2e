package fanout.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import fanout.fetch.Answer;
import fanout.fetch.Batch;
import fanout.fetch.Concurrency;
import fanout.fetch.Endpoint;
import fanout.fetch.FetchListener;
import fanout.fetch.FetchResult;
import fanout.fetch.ResponseMode;
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
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What every strategy promises, whichever way it waits.
@Timeout(60)
class StrategyContractTest extends StrategyContract {
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

  private static void assertAllPausedAtOnce(List<FetchResult> answers) {
    long lastPauseBegan = answers.stream().mapToLong(FetchResult::receivedNs).max().orElseThrow();
    long firstPauseEnded = answers.stream().mapToLong(FetchResult::finishedNs).min().orElseThrow();
    assertThat(firstPauseEnded).isGreaterThan(lastPauseBegan);
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
}
