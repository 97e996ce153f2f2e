package fanout.cluster;

import com.sun.management.OperatingSystemMXBean;
import fanout.fetch.Batch;
import fanout.fetch.BatchFetcher;
import fanout.fetch.Endpoint;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.stream.LongStream;

/// One way of fetching, as it is measured beside others.
///
/// @param processes those that fetch for it, if not this JVM
record CalibratedWay(String name, BatchFetcher fetcher, List<ProcessHandle> processes) {
  /// Of a batch.
  static final int FETCHES = 600;

  static final Batch BATCH = Batch.of(Collections.nCopies(FETCHES, Endpoint.SIX.getLast()));
  private static final Batch ONE = Batch.of(List.of(Endpoint.SIX.getLast()));
  private static final int ROUND_TRIPS = 500;
  private static final double NS_PER_SECOND = 1e9;

  /// What it took for a while.
  ///
  /// @param callerNs CPU of this JVM for one fetch
  /// @param othersNs CPU of the processes that fetched, if any, for one fetch
  record Look(double fetchesPerSecond, double callerNs, double othersNs) {}

  /// Fetches batches one after the other for as long as `time`, and the last one to its end.
  Look look(Duration time) throws Exception {
    long callerBefore = callerCpuNs();
    long othersBefore = othersCpuNs();
    long begin = System.nanoTime();
    long fetches = 0;
    while (System.nanoTime() - begin < time.toNanos()) {
      fetches += fetchAll();
    }
    long nanos = System.nanoTime() - begin;
    return new Look(
        fetches * NS_PER_SECOND / nanos,
        (double) (callerCpuNs() - callerBefore) / fetches,
        (double) (othersCpuNs() - othersBefore) / fetches);
  }

  /// The median of batches of one, one after the other.
  double roundTripNs() throws Exception {
    var nanos = new long[ROUND_TRIPS];
    for (int i = 0; i < ROUND_TRIPS; i++) {
      long begin = System.nanoTime();
      var _ = fetcher.fetchAll(ONE);
      nanos[i] = System.nanoTime() - begin;
    }
    return LongStream.of(nanos).sorted().skip(ROUND_TRIPS / 2).findFirst().orElseThrow();
  }

  private int fetchAll() throws Exception {
    int results = fetcher.fetchAll(BATCH).size();
    if (results != FETCHES) {
      throw new IllegalStateException("Expected %d results, got %d".formatted(FETCHES, results));
    }
    return results;
  }

  private static long callerCpuNs() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }

  private long othersCpuNs() {
    return processes.stream()
        .mapToLong(each -> each.info().totalCpuDuration().orElse(Duration.ZERO).toNanos())
        .sum();
  }
}
