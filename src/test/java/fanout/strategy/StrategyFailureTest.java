package fanout.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fanout.fetch.Answer;
import fanout.fetch.Await;
import fanout.fetch.Endpoint;
import fanout.fetch.FetchException;
import fanout.fetch.SixBodies;
import fanout.fetch.TestServer;
import fanout.vocabulary.Content;
import fanout.vocabulary.Strategy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What every strategy promises of a fetch that fails.
@Timeout(60)
class StrategyFailureTest extends StrategyContract {
  /// Where in [Endpoint#SIX] the endpoint stands that the tests of failures break.
  private static final int BROKEN = 3;

  @ParameterizedTest
  @EnumSource
  void aBadStatusFailsTheBatchByName(Strategy strategy) {
    assertFailsByName(strategy, Answer.status(500), "/photos responded with 500 instead of 200");
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
              "photos: GET %s/photos gave no complete response within %s"
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
}
