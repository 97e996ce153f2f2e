package fanout.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fanout.fetch.Answer;
import fanout.fetch.Await;
import fanout.fetch.Batch;
import fanout.fetch.Endpoint;
import fanout.fetch.FetchException;
import fanout.fetch.FetchFailure;
import fanout.fetch.FetchListener;
import fanout.fetch.FetchResult;
import fanout.fetch.FetchSettings;
import fanout.fetch.ResponseMode;
import fanout.fetch.SixBodies;
import fanout.fetch.TestServer;
import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Two real members that stay, and a server that answers as it is told.
@Timeout(60)
class ClusterTest {
  private static final int IN_FLIGHT = 4;
  private static LocalMembers members;

  private final TestServer server = TestServer.start();
  private final FetchSettings settings = FetchSettings.of(server.uri());

  @BeforeAll
  static void startMembers() throws Exception {
    members = LocalMembers.start(2, IN_FLIGHT, null);
  }

  @AfterAll
  static void endMembers() {
    members.close();
  }

  @AfterEach
  void closeServer() {
    server.close();
  }

  @Test
  void membersFetchTheSix() throws Exception {
    try (var cluster = connect(settings)) {
      assertThat(cluster.fetchAll(Endpoint.SIX))
          .allSatisfy(ClusterTest::assertRight)
          .extracting(FetchResult::endpoint)
          .isEqualTo(Endpoint.SIX);
      assertThat(cluster.responses()).hasSize(2);
    }
    assertThat(server.requests()).isEqualTo(6);
  }

  @Test
  void bodiesComeBackWhereTheyAreAskedFor() throws Exception {
    try (var cluster = connect(settings.withResponseMode(ResponseMode.BODY))) {
      assertThat(cluster.fetchAll(Endpoint.SIX))
          .allSatisfy(fetched ->
              assertThat(fetched.body())
                  .isEqualByComparingTo(
                      java.nio.ByteBuffer.wrap(
                          Answer.bytesOf(SixBodies.body(fetched.endpoint().content())))));
    }
  }

  @Test
  void membersHaveNoMoreInFlightThanTheyMay() throws Exception {
    server.delayAll(Duration.ofMillis(20));
    try (var cluster = connect(settings)) {
      assertThat(cluster.fetchAll(Collections.nCopies(100, Endpoint.SIX.getLast()))).hasSize(100);
    }
    assertThat(server.mostInFlight()).isLessThanOrEqualTo(2 * IN_FLIGHT);
  }

  @Test
  void theFirstFailureNamesItsEndpointAndEndsTheOthers() throws Exception {
    server.on("/posts", Answer.status(500));
    server.on("/users", Answer.afterAges());
    try (var cluster = connect(settings)) {
      assertThatExceptionOfType(FetchException.class)
          .isThrownBy(() -> cluster.fetchAll(Endpoint.SIX))
          .withMessageContaining("posts: ")
          .withMessageContaining("responded with 500 instead of 200");
      Await.until(() -> server.inFlight() == 0);

      server.on("/posts", Answer.ok(SixBodies.body(Endpoint.SIX.getFirst().content())));
      assertThat(cluster.fetchAll(Endpoint.SIX.subList(0, 5))).hasSize(5);
    }
  }

  @Test
  void collectsFailuresBesideResults() throws Exception {
    server.on("/posts", Answer.status(404));
    try (var cluster = connect(settings)) {
      assertThat(cluster.collectAll(Batch.of(Endpoint.SIX)))
          .hasSize(6)
          .filteredOn(FetchFailure.class::isInstance)
          .hasSize(1);
    }
  }

  @Test
  void aBatchEndsWithinItsDeadline() throws Exception {
    server.on("/users", Answer.afterAges());
    try (var cluster = connect(settings)) {
      var batch = Batch.of(Endpoint.SIX).withDeadline(Duration.ofMillis(700));
      assertThatExceptionOfType(FetchException.class)
          .isThrownBy(() -> cluster.fetchAll(batch))
          .withMessage("users: was not finished within 700 ms, the time of the batch");
    }
  }

  @Test
  void theListenerHearsOfEachFetchOnce() throws Exception {
    var started = new AtomicInteger();
    var finished = new AtomicInteger();
    var listener =
        new FetchListener() {
          @Override
          public void started(Endpoint endpoint, long startedNs) {
            started.incrementAndGet();
          }

          @Override
          public void finished(FetchResult fetched) {
            finished.incrementAndGet();
          }
        };
    try (var cluster =
        Cluster.connect(
            members.token(), members.addresses(), settings, List.of(server.uri()), listener)) {
      assertThat(cluster.fetchAll(Endpoint.SIX)).hasSize(6);
    }
    assertThat(started).hasValue(6);
    assertThat(finished).hasValue(6);
  }

  @Test
  void refusesMembersThatDoNotReachTheServer() throws Exception {
    var nobody = URI.create("http://127.0.0.1:" + MemberAddress.freeOnLoopback().port());

    assertThatExceptionOfType(ClusterException.class)
        .isThrownBy(() -> connect(FetchSettings.of(nobody)))
        .withMessageMatching(
            "member 127\\.0\\.0\\.1:\\d+ cannot reach " + nobody + ": Connection refused");
  }

  @Test
  void aStrangerWithoutTheTokenIsNotAdmitted() {
    assertThatExceptionOfType(ClusterException.class)
        .isThrownBy(() -> Cluster.connect(ClusterToken.random(), members.addresses(), settings))
        .withMessage(
            "No member is to be reached at %s, or it has another token", members.addresses());
  }

  @Test
  void aStrangerDoesNotBecomeAMember() throws Exception {
    var stranger =
        new MemberSettings(
            ClusterToken.random(), MemberAddress.freeOnLoopback(), members.addresses(), 1, null);

    assertThatExceptionOfType(ClusterException.class)
        .isThrownBy(() -> ClusterMember.start(stranger))
        .withMessage(
            "Joined none of %s: nobody is there, or has another token", members.addresses());
    try (var cluster = connect(settings)) {
      assertThat(cluster.members()).hasSize(2);
    }
  }

  @Test
  void aClosedClusterSaysSo() throws Exception {
    var cluster = connect(settings);
    cluster.close();

    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> cluster.fetchAll(Endpoint.SIX))
        .withMessage("CLUSTER is closed");
  }

  private static Cluster connect(FetchSettings settings) throws Exception {
    return Cluster.connect(members.token(), members.addresses(), settings);
  }

  private static void assertRight(FetchResult fetched) {
    assertThat(fetched.items()).isEqualTo(SixBodies.items(fetched.endpoint().content()));
    assertThat(
            List.of(
                0L,
                fetched.startedNs(),
                fetched.firstByteNs(),
                fetched.receivedNs(),
                fetched.finishedNs()))
        .isSorted();
  }
}
