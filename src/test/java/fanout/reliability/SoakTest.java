package fanout.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import fanout.os.AtomicFile;
import fanout.vocabulary.Strategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/// All strategies at once, each in turn against faults drawn at random and a batch of which nothing
/// is wrong, for as many minutes as the system property `fanout.test.soak` says: what they hold
/// does not grow. The table goes to the folder of the property `fanout.test.reliability`.
@EnabledIfSystemProperty(named = "fanout.test.soak", matches = "[0-9]+")
class SoakTest {
  private static final int SAMPLES = 10;

  /// What a pool of connections or a thread more or less may make, over seven strategies.
  private static final int SLACK = 40;

  private static final long HEAP_GROWTH_BYTES = 16 << 20;

  private record Sample(Duration after, long batches, Counts counts, long heapBytes) {
    String row() {
      return "| %d s | %,d | %d | %d | %d | %d | %.1f MB |"
          .formatted(
              after.toSeconds(),
              batches,
              counts.descriptors(),
              counts.threads(),
              counts.processes(),
              counts.connections(),
              heapBytes / 1e6);
    }
  }

  private final List<Sample> samples = new ArrayList<>();

  @Test
  void nothingGrows() throws Exception {
    TlsPeer.prepare();
    var time = Duration.ofMinutes(Long.getLong("fanout.test.soak"));
    var runs = new ArrayList<FaultRun>();
    long batches;
    try (var clock = Executors.newSingleThreadScheduledExecutor()) {
      for (var strategy : Strategy.values()) {
        runs.add(new FaultRun(strategy));
      }
      var mixers = runs.stream().map(run -> new Mixer(run, time)).toList();
      var ticking = takeSamples(clock, time, runs, mixers);
      batches = allOf(mixers);
      ticking.cancel(false);
    } finally {
      for (var run : runs) {
        run.close();
      }
    }

    assertThat(ProcessHandle.current().children()).isEmpty();
    assertThat(samples).hasSizeGreaterThanOrEqualTo(SAMPLES - 1);
    requireFlat();
    write(time, batches);
  }

  private ScheduledFuture<?> takeSamples(
      ScheduledExecutorService clock, Duration time, List<FaultRun> runs, List<Mixer> mixers) {
    long start = System.nanoTime();
    long every = time.toNanos() / SAMPLES;
    return clock.scheduleAtFixedRate(
        () -> {
          try {
            var memory = ManagementFactory.getMemoryMXBean();
            memory.gc();
            samples.add(
                new Sample(
                    Duration.ofNanos(System.nanoTime() - start),
                    mixers.stream().mapToLong(Mixer::batches).sum(),
                    Counts.now(runs),
                    memory.getHeapMemoryUsage().getUsed()));
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        },
        every,
        every,
        TimeUnit.NANOSECONDS);
  }

  private static long allOf(List<Mixer> mixers) throws Exception {
    long batches = 0;
    try (var threads = Executors.newFixedThreadPool(mixers.size())) {
      for (var result : threads.invokeAll(mixers)) {
        batches += result.get();
      }
    }
    return batches;
  }

  /// The least that is held at any time: what is in flight comes on top, and goes again.
  private void requireFlat() {
    assertThat(growth(sample -> sample.counts.descriptors())).isLessThan(SLACK);
    assertThat(growth(sample -> sample.counts.threads())).isLessThan(SLACK);
    assertThat(growth(sample -> sample.counts.connections())).isLessThan(SLACK);
    assertThat(growth(sample -> sample.counts.processes())).isZero();
    assertThat(growth(Sample::heapBytes)).isLessThan(HEAP_GROWTH_BYTES);
  }

  /// From the first half, but for the first sample, to the second.
  private long growth(ToLongFunction<Sample> held) {
    int half = samples.size() / 2;
    return least(samples.subList(half, samples.size()), held)
        - least(samples.subList(1, half), held);
  }

  private static long least(List<Sample> some, ToLongFunction<Sample> held) {
    return some.stream().mapToLong(held).min().orElseThrow();
  }

  private void write(Duration time, long batches) throws IOException {
    var folder = System.getProperty("fanout.test.reliability");
    if (folder == null) {
      return;
    }
    AtomicFile.write(
        Path.of(folder, "soak.md"),
        """
        ## A soak

        All %d strategies at once for %d minutes, each against faults drawn at random, with failures that end the batch and
        with failures that are collected, and a right batch after each: %,d batches, every right one complete. What this
        JVM held meanwhile, heap after a collection:

        | after | batches | descriptors | threads | worker processes | connections | heap |
        | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
        %s
        """
            .formatted(
                Strategy.values().length,
                time.toMinutes(),
                batches,
                String.join("\n", samples.stream().map(Sample::row).toList())));
  }

  /// One strategy's part.
  private static final class Mixer implements Callable<Long> {
    private final FaultRun run;
    private final Duration time;
    private final SplittableRandom random = new SplittableRandom(7);
    private final AtomicLong batches = new AtomicLong();

    Mixer(FaultRun run, Duration time) {
      this.run = run;
      this.time = time;
    }

    long batches() {
      return batches.get();
    }

    @Override
    public Long call() throws Exception {
      run.warm(Faults.quick());
      var faults = Faults.all();
      for (long end = System.nanoTime() + time.toNanos(); System.nanoTime() - end < 0; ) {
        var cell = run.meet(faults.get(random.nextInt(faults.size())));
        assertThat(cell.next()).as("%s, next batch", cell).hasSize(6);
        batches.addAndGet(3);
      }
      return batches();
    }
  }
}
