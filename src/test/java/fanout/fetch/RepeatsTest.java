package fanout.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fanout.vocabulary.Content;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// When a fetch sends its request more than once, either way.
@Timeout(60)
class RepeatsTest {
  private static final Endpoint USERS = Endpoint.of(Content.USERS);

  private final TestServer server = TestServer.start();
  private final FetchSettings settings = FetchSettings.of(server.uri());

  @AfterEach
  void closeServer() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource({"-1, 0", "11, 0", "0, 49", "0, 100", "0, -1"})
  void refuseNumbersOutOfRange(int retries, int percentile) {
    assertThatThrownBy(() -> new Repeats(retries, percentile))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageEndingWith("got: " + (retries == 0 ? percentile : retries));
  }

  @ParameterizedTest
  @EnumSource
  void aFailureThatPassesIsRetried(Way way) throws Exception {
    server.on("/users", Answer.status(503), Answer.status(500), server.answerOf("/users"));
    try (var fetcher = retrying(2)) {
      var fetched = way.fetch(fetcher, USERS);

      assertThat(fetched.items()).isEqualTo(SixBodies.items(Content.USERS));
      assertThat(fetched.requests()).isEqualTo(3);
      assertThat(server.requests()).isEqualTo(3);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aConnectionThatEndsEarlyIsRetried(Way way) throws Exception {
    server.on(
        "/users",
        new Answer.Raw(""),
        new Answer.Raw("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n[{}]"),
        server.answerOf("/users"));
    try (var fetcher = retrying(2)) {
      assertThat(way.fetch(fetcher, USERS).requests()).isEqualTo(3);
    }
  }

  @ParameterizedTest
  @EnumSource
  void theLastFailureIsToldWithTheNumberOfRequests(Way way) {
    server.on("/users", Answer.status(503));
    try (var fetcher = retrying(2)) {
      assertThatThrownBy(() -> way.fetch(fetcher, USERS))
          .isInstanceOf(FetchException.class)
          .hasMessage(
              "users: GET %s/users responded with 503 instead of 200; 3 requests were sent",
              server.uri());
      assertThat(server.requests()).isEqualTo(3);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403, 404, 410, 501, 505})
  void whatWillNotPassIsNotRetried(int status) {
    server.on("/users", Answer.status(status));
    assertOneRequest(3);
  }

  @Test
  void jsonOfAnotherShapeIsNotRetried() {
    server.on("/users", Answer.ok("{}"));
    assertOneRequest(3);
  }

  @Test
  void nothingIsRetriedUnlessAskedFor() {
    server.on("/users", Answer.status(503));
    assertOneRequest(0);
  }

  @ParameterizedTest
  @EnumSource
  void retryAfterBeyondTheDeadlineEndsTheFetchAtOnce(Way way) {
    server.on("/users", unavailable("3600"));
    try (var fetcher = retrying(2)) {
      assertThatThrownBy(() -> way.fetch(fetcher, USERS))
          .isInstanceOf(FetchException.class)
          .hasMessage(
              "users: GET %s/users responded with 503 instead of 200, and Retry-After: 3600",
              server.uri());
      assertThat(server.requests()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void retryAfterIsWaitedForAsSecondsAndAsDate(Way way) throws Exception {
    var inTwoSeconds =
        DateTimeFormatter.RFC_1123_DATE_TIME.format(
            Instant.now().plusSeconds(2).atOffset(ZoneOffset.UTC));
    server.on("/users", unavailable("1"), unavailable(inTwoSeconds), server.answerOf("/users"));
    try (var fetcher = retrying(2)) {
      var fetched = way.fetch(fetcher, USERS);

      assertThat(fetched.requests()).isEqualTo(3);
      assertThat(fetched.receivedNs() - fetched.startedNs())
          .isGreaterThanOrEqualTo(Duration.ofSeconds(1).toNanos());
    }
  }

  @ParameterizedTest
  @EnumSource
  void aFetcherThatIsClosedRetriesNoMore(Way way) throws Exception {
    server.on("/users", unavailable("20"));
    var fetcher = retrying(2);
    try (var caller = Executors.newSingleThreadExecutor()) {
      var fetch = caller.submit(() -> way.fetch(fetcher, USERS));
      Await.until(() -> server.requests() == 1 && server.inFlight() == 0);
      fetcher.close();
      assertThatThrownBy(fetch::get).hasRootCauseInstanceOf(FetcherClosedException.class);
    }
  }

  /// Neither by the failure that the cancelling is, nor by the wait for the next request.
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whatIsCancelledIsNotRetried(boolean whileItWaits) throws Exception {
    server.on("/users", whileItWaits ? unavailable("1") : Answer.afterAges());
    try (var fetcher = retrying(5)) {
      var fetch = fetcher.fetchAsync(USERS, Way.batchOf(USERS, Duration.ZERO), Way.NEW_THREAD);
      Await.until(() -> server.requests() == 1 && server.inFlight() == (whileItWaits ? 0 : 1));
      fetch.cancel(true);
      Await.until(() -> server.inFlight() == 0);
      Thread.sleep(1500); // Longer than the first waits.
      assertThat(server.requests()).isEqualTo(1);
    }
  }

  @Test
  void whatIsInterruptedIsNotRetried() throws Exception {
    server.on("/users", Answer.afterAges());
    try (var fetcher = retrying(5)) {
      var caller =
          Thread.ofPlatform()
              .start(() ->
                  assertThatThrownBy(() -> fetcher.fetch(USERS, System.nanoTime()))
                      .isInstanceOf(InterruptedException.class));
      Await.until(() -> server.inFlight() == 1);
      caller.interrupt();
      caller.join();
      Thread.sleep(1000); // Longer than the first waits.
      assertThat(server.requests()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aSecondRequestIsSentWhereAResponseTakesLongerThanMost(Way way) throws Exception {
    try (var fetcher = hedging()) {
      for (int i = 0; i < ResponseTimes.FEWEST; i++) {
        assertThat(way.fetch(fetcher, USERS).requests()).isEqualTo(1);
      }
      server.on("/users", Answer.afterAges(), server.answerOf("/users"));

      var fetched = way.fetch(fetcher, USERS);

      assertThat(fetched.requests()).isEqualTo(2);
      assertThat(fetched.items()).isEqualTo(SixBodies.items(Content.USERS));
      Await.until(() -> server.aborted() == 1 && server.inFlight() == 0);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aHedgedRequestThatFailsLeavesTheFirstItsTime(Way way) throws Exception {
    try (var fetcher = hedging()) {
      for (int i = 0; i < ResponseTimes.FEWEST; i++) {
        assertThat(way.fetch(fetcher, USERS).requests()).isEqualTo(1);
      }
      server.on(
          "/users", server.answerOf("/users").delayed(Duration.ofSeconds(1)), Answer.status(500));

      assertThat(way.fetch(fetcher, USERS).requests()).isEqualTo(2);
    }
  }

  private void assertOneRequest(int retries) {
    try (var fetcher = retrying(retries)) {
      assertThatThrownBy(() -> fetcher.fetch(USERS, System.nanoTime()))
          .isInstanceOf(FetchException.class)
          .hasMessageNotContaining("requests were sent");
      assertThat(server.requests()).isEqualTo(1);
    }
  }

  private Fetcher retrying(int retries) {
    return new Fetcher(settings.withRepeats(new Repeats(retries, 0)), FetchListener.NONE);
  }

  private Fetcher hedging() {
    return new Fetcher(settings.withRepeats(new Repeats(0, 95)), FetchListener.NONE);
  }

  private static Answer unavailable(String retryAfter) {
    return new Answer.Raw(
        "HTTP/1.1 503 S\r\nRetry-After: " + retryAfter + "\r\nContent-Length: 0\r\n\r\n");
  }
}
