package fanout.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import fanout.fetch.Endpoint;
import fanout.fetch.FetchResult;
import fanout.fetch.SixBodies;
import fanout.fetch.TestServer;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// Members join, leave and are killed at random while batches are fetched one after the other. For
/// longer, and with a report of what came of it:
///
/// ```shell
/// mvn verify -Pcluster -Dtest=ChurnTest -Dfanout.cluster.churn=PT5M -Dfanout.cluster.report=churn.md
/// ```
@Timeout(900)
@EnabledOnOs(OS.LINUX)
class ChurnTest {
  private static final Duration TIME =
      Duration.parse(System.getProperty("fanout.cluster.churn", "PT15S"));

  private static final Duration BETWEEN_CHANGES = Duration.ofSeconds(2);
  private static final int FEWEST = 2;
  private static final int MOST = 4;
  private static final long SEED = 17;
  private static final double BYTES_PER_MB = 1e6;

  private final Random random = new Random(SEED);
  private final CountedFetches counted = new CountedFetches();
  private final List<String> changes = new ArrayList<>();
  private final List<Load> loads = new ArrayList<>();
  private int batches;

  /// What this JVM has, which coordinates.
  private record Load(double heapMb, long descriptors) {
    static Load now() throws IOException {
      System.gc();
      try (var open = Files.list(Path.of("/proc/self/fd"))) {
        return new Load(
            ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / BYTES_PER_MB,
            open.count());
      }
    }
  }

  @Test
  void nothingIsLostThoughMembersComeAndGo() throws Exception {
    try (var server = TestServer.start().delayAll(Duration.ofMillis(5));
        var members = LocalMembers.start(3, 4, server.uri());
        var cluster = counted.connect(server, members);
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var churn = threads.submit(() -> change(members));
      fetchWhile(churn, cluster);
      churn.get();
      assertThat(counted.finished()).isEqualTo(batches * Endpoint.SIX.size());
      int twice = server.requests() - counted.finished();
      assertFlat();
      report(twice);
    }
  }

  private void fetchWhile(Future<?> churn, Cluster cluster) throws Exception {
    long begin = System.nanoTime();
    long nextLoad = begin;
    while (!churn.isDone()) {
      assertThat(cluster.fetchAll(Endpoint.SIX))
          .allSatisfy(fetched ->
              assertThat(fetched.items()).isEqualTo(SixBodies.items(fetched.endpoint().content())))
          .extracting(FetchResult::endpoint)
          .isEqualTo(Endpoint.SIX);
      batches++;
      if (System.nanoTime() - nextLoad > 0) {
        loads.add(Load.now());
        nextLoad += TIME.dividedBy(10).toNanos();
      }
    }
  }

  private Void change(LocalMembers members) throws Exception {
    long begin = System.nanoTime();
    while (System.nanoTime() - begin < TIME.toNanos()) {
      Thread.sleep(BETWEEN_CHANGES);
      var running = members.members();
      boolean more = running.size() == FEWEST || (running.size() < MOST && random.nextBoolean());
      if (more) {
        var _ = members.add();
        changes.add("joined");
      } else {
        end(running.get(random.nextInt(running.size())));
      }
    }
    return null;
  }

  private void end(LocalMember member) throws Exception {
    boolean killed = random.nextBoolean();
    Signals.send(killed ? "KILL" : "TERM", member);
    var _ = member.handle().onExit().get();
    changes.add(killed ? "killed" : "left");
  }

  /// The first looks see what is still being loaded.
  private void assertFlat() {
    var early = loads.get(loads.size() / 3);
    var last = loads.getLast();
    assertThat(last.descriptors()).isLessThan(early.descriptors() + 30);
    assertThat(last.heapMb()).isLessThan(early.heapMb() + 20);
  }

  private void report(int twice) throws IOException {
    var report = System.getProperty("fanout.cluster.report");
    if (report == null) {
      return;
    }
    var text = new StringBuilder();
    text.append(
        "%d s, seed %d: members joined %d times, left %d times and were killed %d times.%n"
            .formatted(TIME.toSeconds(), SEED, count("joined"), count("left"), count("killed")));
    text.append(
        "%,d batches of six, all complete and right; %,d fetches counted once each, %d of them done twice.%n%n"
            .formatted(batches, counted.finished(), twice));
    text.append(
        "| after | heap of the coordinator, MB | its descriptors |\n| ---: | ---: | ---: |\n");
    for (int i = 0; i < loads.size(); i++) {
      text.append(
          "| %d s | %.1f | %d |%n"
              .formatted(
                  TIME.toSeconds() * i / 10, loads.get(i).heapMb(), loads.get(i).descriptors()));
    }
    Files.writeString(Path.of(report), text);
  }

  private long count(String change) {
    return changes.stream().filter(change::equals).count();
  }
}
