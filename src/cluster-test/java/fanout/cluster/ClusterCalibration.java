package fanout.cluster;

import com.sun.management.OperatingSystemMXBean;
import fanout.fetch.Batch;
import fanout.fetch.BatchFetcher;
import fanout.fetch.Concurrency;
import fanout.fetch.Decoding;
import fanout.fetch.Endpoint;
import fanout.fetch.FetchSettings;
import fanout.os.Git;
import fanout.strategy.Strategies;
import fanout.stub.Payloads;
import fanout.stub.StubProcess;
import fanout.vocabulary.Strategy;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;

/// Measures what members cost on this machine, fits the constants of [ClusterModel] to it, and
/// writes both down. About two minutes of a quiet machine, by hand:
///
/// ```shell
/// mvn -q -Pcluster test-compile exec:exec@cluster-calibration
/// ```
final class ClusterCalibration {
  private static final int FETCHES = 600;
  private static final int IN_FLIGHT = 100;
  private static final Duration WARM_UP = Duration.ofSeconds(12);
  private static final Duration TIME = Duration.ofSeconds(8);
  private static final int ROUND_TRIPS = 500;
  private static final int CORES = Runtime.getRuntime().availableProcessors();
  private static final List<Integer> MODELLED = List.of(1, 2, 3, 10, 30, 100, 300, 1_000);
  private static final double NS_PER_MS = 1e6;
  private static final double NS_PER_SECOND = 1e9;

  private static final Batch BATCH = Batch.of(Collections.nCopies(FETCHES, Endpoint.SIX.getLast()));
  private static final Batch ONE = Batch.of(List.of(Endpoint.SIX.getLast()));

  /// What one way of fetching took.
  ///
  /// @param coordinatorNs CPU of this JVM for one fetch
  /// @param membersNs CPU of the processes that fetched, if any, for one fetch
  private record Cost(
      String name, double batchesPerSecond, double coordinatorNs, double membersNs) {}

  private final FetchSettings settings;
  private final List<Cost> costs = new ArrayList<>();
  private final List<String> starts = new ArrayList<>();
  private double roundTripNs;

  private ClusterCalibration(FetchSettings settings) {
    this.settings = settings;
  }

  /// Measures, and writes what came of it.
  ///
  /// @param args the file to write
  public static void main(String[] args) throws Exception {
    try (var stub = StubProcess.start(Payloads.generated())) {
      var calibration =
          new ClusterCalibration(
              FetchSettings.of(stub.baseUri()).withDecoding(Decoding.LAST_FIELD_COUNTS));
      calibration.measureOneMachine(Strategy.VIRTUAL_THREADS, stub.pid());
      calibration.measureOneMachine(Strategy.MULTI_PROCESS, stub.pid());
      for (int members = 1; members <= 3; members++) {
        calibration.measure(members);
      }
      Files.writeString(Path.of(args[0]), calibration.report());
    }
  }

  private void measureOneMachine(Strategy strategy, long stub) throws Exception {
    var concurrency = new Concurrency(Concurrency.DEFAULT_THREADS, 2, IN_FLIGHT);
    try (var fetcher = Strategies.open(strategy, settings, concurrency)) {
      warmUp(fetcher);
      var workers =
          ProcessHandle.current().descendants().filter(process -> process.pid() != stub).toList();
      costs.add(cost(strategy.name(), fetcher, workers));
    }
  }

  private void measure(int count) throws Exception {
    long begin = System.nanoTime();
    try (var members = LocalMembers.start(count, IN_FLIGHT, settings.baseUri());
        var cluster = Cluster.connect(members.token(), members.addresses(), settings)) {
      double startS = (System.nanoTime() - begin) / NS_PER_SECOND;
      warmUp(cluster);
      var processes = members.members().stream().map(LocalMember::handle).toList();
      costs.add(cost(count + (count == 1 ? " member" : " members"), cluster, processes));
      starts.add(
          "| %d | %.1f s | %d MB |".formatted(count, startS, residentMb(processes.getFirst())));
      if (count == 1) {
        roundTripNs = roundTripNs(cluster);
      }
    }
  }

  private static void warmUp(BatchFetcher fetcher) throws Exception {
    long begin = System.nanoTime();
    while (System.nanoTime() - begin < WARM_UP.toNanos()) {
      check(fetcher.fetchAll(BATCH).size());
    }
  }

  private static Cost cost(String name, BatchFetcher fetcher, List<ProcessHandle> processes)
      throws Exception {
    long ownBefore = ownCpuNs();
    long othersBefore = cpuNs(processes);
    long begin = System.nanoTime();
    int batches = 0;
    while (System.nanoTime() - begin < TIME.toNanos()) {
      check(fetcher.fetchAll(BATCH).size());
      batches++;
    }
    double seconds = (System.nanoTime() - begin) / NS_PER_SECOND;
    double fetches = (double) batches * FETCHES;
    return new Cost(
        name,
        batches / seconds,
        (ownCpuNs() - ownBefore) / fetches,
        (cpuNs(processes) - othersBefore) / fetches);
  }

  private static void check(int results) {
    if (results != FETCHES) {
      throw new IllegalStateException("Expected %d results, got %d".formatted(FETCHES, results));
    }
  }

  /// The median of batches of one, one after the other.
  private static double roundTripNs(BatchFetcher fetcher) throws Exception {
    var times = new ArrayList<Long>();
    for (int i = 0; i < ROUND_TRIPS; i++) {
      long begin = System.nanoTime();
      var _ = fetcher.fetchAll(ONE);
      times.add(System.nanoTime() - begin);
    }
    return LongStream.of(times.stream().mapToLong(Long::longValue).sorted().toArray())
        .skip(ROUND_TRIPS / 2)
        .findFirst()
        .orElseThrow();
  }

  private static long ownCpuNs() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }

  private static long cpuNs(List<ProcessHandle> processes) {
    return processes.stream()
        .mapToLong(each -> each.info().totalCpuDuration().orElse(Duration.ZERO).toNanos())
        .sum();
  }

  private static long residentMb(ProcessHandle process) throws Exception {
    try (var lines = Files.lines(Path.of("/proc", Long.toString(process.pid()), "status"))) {
      return lines
              .filter(line -> line.startsWith("VmRSS:"))
              .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
              .findFirst()
              .orElseThrow()
          / 1_000;
    }
  }

  private ClusterModel model() {
    var one = costs.stream().filter(cost -> cost.name().equals("1 member")).findFirst();
    var cost = one.orElseThrow();
    return new ClusterModel(
        cost.coordinatorNs(), cost.membersNs(), roundTripNs, 0, CORES, CORES, IN_FLIGHT);
  }

  private String report() throws Exception {
    var text = new StringBuilder();
    text.append(
        "<!-- Written by fanout.cluster.ClusterCalibration on %s at %s; not by hand. -->%n%n"
            .formatted(
                LocalDate.now(ZoneOffset.UTC), new Git(Path.of("")).head().orElse("no commit")));
    text.append("## Measured\n\n");
    text.append(
        "Batches of %d fetches of users without delay, on %d cores that coordinator, members and stub share: more members bring no more cores here.%n%n"
            .formatted(FETCHES, CORES));
    text.append(
        "| | batches/s, to VIRTUAL_THREADS | CPU of the caller, ms a fetch | of workers or members |\n");
    text.append("| --- | ---: | ---: | ---: |\n");
    double reference = costs.getFirst().batchesPerSecond();
    for (var cost : costs) {
      text.append(
              String.format(
                  Locale.ROOT,
                  "| %s | %.2f | %.3f | %.3f |",
                  cost.name(),
                  cost.batchesPerSecond() / reference,
                  cost.coordinatorNs() / NS_PER_MS,
                  cost.membersNs() / NS_PER_MS))
          .append('\n');
    }
    text.append(
        "\n| members | until they can be given work | memory of the first, after the work |\n");
    text.append("| ---: | ---: | ---: |\n");
    starts.forEach(line -> text.append(line).append('\n'));
    text.append('\n').append(new ClusterModelTable(model(), MODELLED, FETCHES));
    return text.toString();
  }
}
