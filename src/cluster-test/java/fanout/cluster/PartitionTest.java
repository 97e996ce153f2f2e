package fanout.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fanout.fetch.Batch;
import fanout.fetch.Endpoint;
import fanout.fetch.FetchException;
import fanout.fetch.FetchResult;
import fanout.fetch.FetchSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// A member whose link is cut: no connection is closed, nothing arrives. Each member has a network
/// of its own, which only the root user of a Linux can make; others skip this.
@Timeout(180)
class PartitionTest {
  private static final Duration CUT = Duration.ofSeconds(10);

  /// Until it is in the cluster again, and has been greeted.
  private static final Duration AGAIN = Duration.ofSeconds(60);

  private static final Batch SIXTY = Batch.of(Collections.nCopies(60, Endpoint.SIX.getLast()));

  private Namespaces namespaces;
  private CalibrationStub stub;
  private final List<LocalMember> members = new ArrayList<>();
  private Cluster cluster;

  @BeforeEach
  void start() throws Exception {
    assumeTrue(Namespaces.arePossible(), "no network namespaces are to be had");
    namespaces = Namespaces.open();
    stub = CalibrationStub.start(Namespaces.HERE);
    for (int i = 0; i < 3; i++) {
      members.add(
          namespaces.start(members.isEmpty() ? null : members.getFirst(), 4, stub.baseUri()));
    }
    cluster =
        Cluster.connect(
            namespaces.token(),
            members.stream().map(LocalMember::address).toList(),
            FetchSettings.of(stub.baseUri()));
  }

  @AfterEach
  void close() throws Exception {
    if (cluster != null) {
      cluster.close();
    }
    if (stub != null) {
      stub.close();
    }
    if (namespaces != null) {
      namespaces.close();
    }
  }

  @Test
  void aBatchEndsRightOrByNameThoughALinkIsCut() throws Exception {
    var cut = members.getLast();
    assertThat(cluster.fetchAll(SIXTY)).hasSize(60);

    namespaces.unplug(cut);
    long begin = System.nanoTime();
    assertThatExceptionOfType(FetchException.class)
        .isThrownBy(() -> cluster.fetchAll(SIXTY.withDeadline(Duration.ofSeconds(2))))
        .withMessageEndingWith("was not finished within 2 s, the time of the batch");

    // Who is silent for five seconds is lost; what it had is done by the others.
    assertThat(cluster.fetchAll(SIXTY.withDeadline(Duration.ofSeconds(30))))
        .hasSize(60)
        .extracting(FetchResult::items)
        .containsOnly(10);
    Thread.sleep(Math.max(0, CUT.toMillis() - (System.nanoTime() - begin) / 1_000_000));
    namespaces.plugIn(cut);

    assertThat(cluster.fetchAll(SIXTY)).hasSize(60);
    long before = responsesOf(cut);
    long pluggedIn = System.nanoTime();
    while (responsesOf(cut) == before) {
      assertThat(cluster.fetchAll(SIXTY)).hasSize(60);
      assertThat(Duration.ofNanos(System.nanoTime() - pluggedIn)).isLessThan(AGAIN);
    }
  }

  private long responsesOf(LocalMember member) {
    return cluster.responses().getOrDefault(member.address(), 0L);
  }
}
