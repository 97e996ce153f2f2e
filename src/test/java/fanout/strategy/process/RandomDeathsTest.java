package fanout.strategy.process;

import static org.assertj.core.api.Assertions.assertThat;

import fanout.fetch.Await;
import fanout.fetch.Concurrency;
import fanout.fetch.Endpoint;
import fanout.fetch.FetchListener;
import fanout.fetch.FetchResult;
import fanout.fetch.FetchSettings;
import fanout.fetch.SixBodies;
import fanout.fetch.TestServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Batches go on while their workers are killed: 120, or as many as the system property
/// `fanout.test.batches` says.
class RandomDeathsTest {
  private static final int BATCHES = Integer.getInteger("fanout.test.batches", 120);

  /// A batch in how many loses a worker: a new one takes as long to start as dozens of batches.
  private static final int ONE_IN = 10;

  private static final long MOST_DELAY_NANOS = Duration.ofMillis(8).toNanos();
  private static final long HEAP_GROWTH_BYTES = 8 << 20;
  private static final Path DESCRIPTORS = Path.of("/proc/self/fd");

  private final Random random = new Random(1);
  private final AtomicInteger finished = new AtomicInteger();

  @Test
  @Timeout(600)
  void everyBatchIsCompleteAndNothingLeaks() throws Exception {
    try (var server = TestServer.start().delayAll(Duration.ofMillis(3))) {
      runBatches(server, 10);
      long descriptors = openDescriptors();
      long heap = usedHeap();

      int kills = runBatches(server, BATCHES);

      assertThat(kills).isGreaterThan(BATCHES / ONE_IN / 2);
      Await.until(() -> openDescriptors() <= descriptors);
      assertThat(usedHeap()).isLessThan(heap + HEAP_GROWTH_BYTES);
    }
  }

  /// @return how many workers were killed
  private int runBatches(TestServer server, int batches) throws Exception {
    int kills = 0;
    finished.set(0);
    try (var fetcher =
        new MultiProcess(
            FetchSettings.of(server.uri()),
            new Concurrency(1, 3, 3),
            new Counting(),
            WorkerCommand.standard())) {
      for (int batch = 1; batch <= batches; batch++) {
        if (random.nextInt(ONE_IN) == 0) {
          fetchWhileAWorkerDies(fetcher);
          kills++;
        } else {
          assertRight(fetcher.fetchAll(Endpoint.SIX));
        }
        assertThat(finished).as("fetches finished").hasValue(6 * batch);
      }
    }
    assertThat(ProcessHandle.current().children()).isEmpty();
    Await.until(() -> server.openConnections() == 0);
    return kills;
  }

  /// One death per batch: a fetch that loses two workers fails, and rightly so.
  private void fetchWhileAWorkerDies(MultiProcess fetcher) throws Exception {
    long delayNanos = random.nextLong(MOST_DELAY_NANOS);
    int victim = random.nextInt(3);
    var killer =
        Thread.ofPlatform()
            .start(() -> {
              LockSupport.parkNanos(delayNanos);
              kill(fetcher, victim);
            });
    assertRight(fetcher.fetchAll(Endpoint.SIX));
    killer.join();
  }

  private static void kill(MultiProcess fetcher, int victim) {
    var processes = fetcher.processes();
    if (!processes.isEmpty()) {
      var process = processes.get(victim % processes.size());
      process.destroyForcibly();
      Await.until(() -> !fetcher.processes().contains(process));
    }
  }

  private static void assertRight(List<FetchResult> answers) {
    assertThat(answers).extracting(FetchResult::endpoint).isEqualTo(Endpoint.SIX);
    assertThat(answers)
        .allSatisfy(fetched ->
            assertThat(fetched.items()).isEqualTo(SixBodies.items(fetched.endpoint().content())));
  }

  /// How many files and sockets this JVM has open; 0 where the system does not tell.
  private static long openDescriptors() {
    if (!Files.isDirectory(DESCRIPTORS)) {
      return 0;
    }
    try (Stream<Path> open = Files.list(DESCRIPTORS)) {
      return open.count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long usedHeap() {
    var memory = ManagementFactory.getMemoryMXBean();
    memory.gc();
    return memory.getHeapMemoryUsage().getUsed();
  }

  /// Counts what finished, so that a fetch that finished twice shows.
  private final class Counting implements FetchListener {
    @Override
    public void finished(FetchResult fetched) {
      finished.incrementAndGet();
    }
  }
}
