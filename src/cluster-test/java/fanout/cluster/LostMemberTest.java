package fanout.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fanout.fetch.Answer;
import fanout.fetch.Await;
import fanout.fetch.Batch;
import fanout.fetch.Endpoint;
import fanout.fetch.FetchException;
import fanout.fetch.FetchResult;
import fanout.fetch.SixBodies;
import fanout.fetch.TestServer;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Members that are killed, stopped and started while they fetch.
@Timeout(120)
class LostMemberTest {
  private static final int IN_FLIGHT = 4;

  private final TestServer server = TestServer.start();

  /// A machine that runs other tests beside may take its time.
  private static final Duration PATIENCE =
      Duration.parse(System.getProperty("fanout.cluster.join", "PT10S"));

  private final CountedFetches counted = new CountedFetches();
  private LocalMembers members;
  private Cluster cluster;

  @BeforeEach
  void start() throws Exception {
    members = LocalMembers.start(3, IN_FLIGHT, server.uri());
    cluster = counted.connect(server, members);
  }

  @AfterEach
  void close() {
    cluster.close();
    members.close();
    server.close();
  }

  @Test
  void aHundredBatchesAreRightThoughAMemberIsKilled() throws Exception {
    server.delayAll(Duration.ofMillis(20));
    for (int batch = 0; batch < 100; batch++) {
      if (batch == 30) {
        CompletableFuture.delayedExecutor(10, TimeUnit.MILLISECONDS)
            .execute(() -> members.members().getFirst().kill());
      }
      assertRight(cluster.fetchAll(Endpoint.SIX));
    }

    assertThat(counted.finished()).isEqualTo(100 * Endpoint.SIX.size());
    assertThat(server.requests())
        .isBetween(600, 600 + 2 * IN_FLIGHT); // what the killed one had is done once more
    assertThat(cluster.members()).hasSize(2);
  }

  @Test
  void aBatchEndsWithinItsDeadlineThoughAMemberIsStopped() throws Exception {
    var stopped = members.members().getLast();
    Signals.send("STOP", stopped);
    try {
      var batch = Batch.of(Endpoint.SIX).withDeadline(Duration.ofSeconds(2));
      assertThatExceptionOfType(FetchException.class)
          .isThrownBy(() -> cluster.fetchAll(batch))
          .withMessageEndingWith("was not finished within 2 s, the time of the batch");

      // Who is silent for five seconds is lost; what it had is done by the others.
      var longer = Batch.of(Endpoint.SIX).withDeadline(Duration.ofSeconds(20));
      assertRight(cluster.fetchAll(longer));
      Thread.sleep(3_000);
    } finally {
      Signals.send("CONT", stopped);
    }
    assertRight(cluster.fetchAll(Endpoint.SIX));
    untilWithin(40, () -> cluster.members().contains(stopped.address()));
    assertRight(cluster.fetchAll(Endpoint.SIX));
  }

  @Test
  void theLossOfTheLastMemberFailsTheBatchByName() throws Exception {
    server.on("/users", Answer.afterAges());
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var batch = threads.submit(() -> cluster.fetchAll(Endpoint.SIX));
      Await.until(() -> server.requests() == 6);
      members.members().forEach(LocalMember::kill);

      assertThatExceptionOfType(ExecutionException.class)
          .isThrownBy(() -> batch.get(20, TimeUnit.SECONDS))
          .havingCause()
          .isInstanceOf(FetchException.class)
          .withMessageMatching("[a-z]+: .*")
          .withMessageContaining(" lost ")
          .withMessageContaining("member 127.0.0.1:");
    }
    assertThatExceptionOfType(FetchException.class)
        .isThrownBy(() -> cluster.fetchAll(Endpoint.SIX))
        .withMessageContaining("no member is left to fetch it");
  }

  /// Within a generous time, or the one that the system property `fanout.cluster.join` says, as
  /// `PT1S`. Half a second passes on average before Hazelcast's client connects to a member that is
  /// new, and a second at most: it looks for such once a second, which nothing can change.
  @Test
  void aMemberThatJoinsMidBatchGetsWork() throws Exception {
    server.delayAll(Duration.ofMillis(40));
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var batch =
          threads.submit(
              () -> cluster.fetchAll(Collections.nCopies(3_000, Endpoint.SIX.getLast())));
      var joined = members.add();
      long ready = System.nanoTime();
      Await.until(() -> cluster.responses().containsKey(joined.address()));

      assertThat(Duration.ofNanos(System.nanoTime() - ready)).isLessThan(PATIENCE);
      assertThat(batch).isNotDone();
      assertThat(batch.get()).hasSize(3_000);
      assertThat(cluster.responses().get(joined.address())).isGreaterThan(100);
    }
  }

  private static void untilWithin(int seconds, BooleanSupplier condition)
      throws InterruptedException {
    long begin = System.nanoTime();
    while (!condition.getAsBoolean()) {
      assertThat(Duration.ofNanos(System.nanoTime() - begin))
          .isLessThan(Duration.ofSeconds(seconds));
      Thread.sleep(50);
    }
  }

  private static void assertRight(List<FetchResult> results) {
    assertThat(results)
        .allSatisfy(fetched ->
            assertThat(fetched.items()).isEqualTo(SixBodies.items(fetched.endpoint().content())))
        .extracting(FetchResult::endpoint)
        .isEqualTo(Endpoint.SIX);
  }
}
