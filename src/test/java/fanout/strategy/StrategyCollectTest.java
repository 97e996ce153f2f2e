package fanout.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fanout.fetch.Answer;
import fanout.fetch.Await;
import fanout.fetch.Batch;
import fanout.fetch.Endpoint;
import fanout.fetch.FetchException;
import fanout.fetch.FetchFailure;
import fanout.fetch.FetchOutcome;
import fanout.fetch.FetchResult;
import fanout.fetch.SixBodies;
import fanout.vocabulary.Content;
import fanout.vocabulary.Strategy;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What every strategy promises of a batch that collects failures, or whose time is bounded.
@Timeout(60)
class StrategyCollectTest extends StrategyContract {
  private static final Batch SIX = Batch.of(Endpoint.SIX);

  @ParameterizedTest
  @EnumSource
  void everyGoodResponseStandsBesideEveryFailure(Strategy strategy) throws Exception {
    server.on("/photos", Answer.status(500));
    server.on("/posts", Answer.ok("{}"));
    try (var fetcher = open(strategy, settings)) {
      var outcomes = fetcher.collectAll(SIX);

      assertThat(outcomes).extracting(FetchOutcome::endpoint).isEqualTo(Endpoint.SIX);
      assertThat(failuresOf(outcomes))
          .hasSize(2)
          .allSatisfy(failure ->
              assertThat(failure.cause().endpointName()).isEqualTo(failure.endpoint().name()));
      assertThat(failuresOf(outcomes).getLast().cause())
          .hasMessage("photos: GET %s/photos responded with 500 instead of 200", server.uri());
      var results = resultsOf(outcomes);
      assertRight(results, results.stream().map(FetchResult::endpoint).toList());
      assertThat(server.requests()).isEqualTo(6);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aBatchOfFailuresAloneIsCollectedToo(Strategy strategy) throws Exception {
    server.close();
    try (var fetcher = open(strategy, settings)) {
      assertThat(failuresOf(fetcher.collectAll(SIX))).hasSize(6);
    }
  }

  @ParameterizedTest
  @EnumSource
  void anEmptyBatchHasNoOutcomes(Strategy strategy) throws Exception {
    try (var fetcher = open(strategy, settings)) {
      assertThat(fetcher.collectAll(Batch.of(List.of()))).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void anAddressOfEndlessLengthFailsItsFetchAlone(Strategy strategy) throws Exception {
    var six = new ArrayList<>(Endpoint.SIX);
    six.set(2, new Endpoint("long", URI.create("/" + "x".repeat(300_000)), Content.ANY_JSON));
    try (var fetcher = open(strategy, settings)) {
      var outcomes = fetcher.collectAll(Batch.of(six));

      assertThat(failuresOf(outcomes))
          .extracting(FetchFailure::endpoint)
          .containsExactly(six.get(2));
      assertThat(failuresOf(outcomes).getFirst().cause().getMessage()).hasSizeLessThan(600);
    }
  }

  @ParameterizedTest
  @EnumSource
  void theTimeOfABatchEndsWhatIsNotFinished(Strategy strategy) throws Exception {
    server.on("/users", Answer.afterAges());
    var time = Duration.ofMillis(startsCold(strategy) ? 1500 : 500);
    try (var fetcher = open(strategy, settings)) {
      var outcomes = fetcher.collectAll(SIX.withDeadline(time));

      assertThat(failuresOf(outcomes))
          .singleElement()
          .satisfies(late -> {
            assertThat(late.endpoint().name()).isEqualTo("users");
            assertThat(late.cause()).hasMessage(lateUsers(time));
          });
      Await.until(() -> server.aborted() == 1);
      server.on("/users", Answer.ok(SixBodies.body(Content.USERS)));
      assertRight(fetcher.fetchAll(Endpoint.SIX), Endpoint.SIX);
    }
  }

  @ParameterizedTest
  @EnumSource
  void theTimeOfABatchFailsItByNameWhereTheFirstFailureDoes(Strategy strategy) {
    server.on("/users", Answer.afterAges());
    var time = Duration.ofMillis(startsCold(strategy) ? 1500 : 500);
    try (var fetcher = open(strategy, settings)) {
      assertThatThrownBy(() -> fetcher.fetchAll(SIX.withDeadline(time)))
          .isInstanceOf(FetchException.class)
          .hasMessage(lateUsers(time));
      Await.until(() -> server.aborted() == 1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void pausesCountAgainstTheTimeOfABatch(Strategy strategy) {
    var minutes = new Batch(Endpoint.SIX, Duration.ofMinutes(4), Duration.ofMillis(300));
    try (var fetcher = open(strategy, settings)) {
      assertThatThrownBy(() -> fetcher.fetchAll(minutes))
          .isInstanceOf(FetchException.class)
          .hasMessageEndingWith("was not finished within 300 ms, the time of the batch");
    }
  }

  /// More than a pool has threads for, or a queue of tasks room: nobody waits for a turn longer.
  @ParameterizedTest
  @EnumSource
  void whatWaitsForItsTurnEndsWithTheTimeOfItsBatch(Strategy strategy) throws Exception {
    server.delayAll(Duration.ofMillis(100));
    var many =
        IntStream.range(0, 3000).mapToObj(i -> Endpoint.SIX.get(i % Endpoint.SIX.size())).toList();
    try (var fetcher = open(strategy, settings)) {
      var outcomes = fetcher.collectAll(Batch.of(many).withDeadline(Duration.ofMillis(50)));

      assertThat(failuresOf(outcomes)).isNotEmpty();
      assertThat(outcomes).extracting(FetchOutcome::endpoint).isEqualTo(many);
    }
  }

  private static String lateUsers(Duration time) {
    return "users: was not finished within " + time.toMillis() + " ms, the time of the batch";
  }

  private static List<FetchFailure> failuresOf(List<FetchOutcome> outcomes) {
    return outcomes.stream()
        .filter(FetchFailure.class::isInstance)
        .map(FetchFailure.class::cast)
        .toList();
  }

  private static List<FetchResult> resultsOf(List<FetchOutcome> outcomes) {
    return outcomes.stream()
        .filter(FetchResult.class::isInstance)
        .map(FetchResult.class::cast)
        .toList();
  }
}
