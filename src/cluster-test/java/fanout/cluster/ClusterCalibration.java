package fanout.cluster;

import fanout.fetch.Concurrency;
import fanout.fetch.Decoding;
import fanout.fetch.FetchSettings;
import fanout.os.Git;
import fanout.stats.Estimate;
import fanout.strategy.Strategies;
import fanout.stub.Payloads;
import fanout.stub.StubProcess;
import fanout.vocabulary.Strategy;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Measures what members cost on this machine, fits the constants of [ClusterModel] to it, holds
/// the model against members with cores of their own, and writes all of it down. About fifteen
/// minutes of a quiet machine, by `.ci/cluster`, or by hand:
///
/// ```shell
/// mvn -q -Pcluster test-compile exec:exec@cluster-calibration
/// ```
final class ClusterCalibration implements AutoCloseable {
  static final int IN_FLIGHT = 100;

  /// Of a member, or of the coordinator, where they get no more.
  static final double SHARE_OF_A_CORE = 0.2;

  private static final int MOST_MEMBERS = 3;
  private static final int ROUNDS = 5;
  private static final int STARTS = 3;
  private static final Duration WARM_UP = Duration.ofSeconds(25);
  private static final Duration LOOK = Duration.ofSeconds(4);
  private static final double NS_PER_SECOND = 1e9;

  private final Deque<AutoCloseable> open = new ArrayDeque<>();

  /// Writes what came of it.
  ///
  /// @param args the folder to write into
  public static void main(String[] args) throws Exception {
    var folder = Files.createDirectories(Path.of(args[0]));
    var commit = new Git(folder).head().orElseThrow();
    new CalibrationReport(commit, beside(), members(), joins(), apart()).write(folder);
  }

  /// One machine and members beside each other, in rounds.
  private static Map<String, List<CalibratedWay.Look>> beside() throws Exception {
    try (var calibration = new ClusterCalibration()) {
      var stub = calibration.opened(StubProcess.start(Payloads.generated()));
      var settings = settings(stub.baseUri());
      var ways = new ArrayList<CalibratedWay>();
      for (var strategy : List.of(Strategy.VIRTUAL_THREADS, Strategy.MULTI_PROCESS)) {
        ways.add(calibration.oneMachine(strategy, settings));
      }
      for (int count = 1; count <= MOST_MEMBERS; count++) {
        ways.add(calibration.localMembers(count, settings));
      }
      return rounds(ways);
    }
  }

  /// How long members take to start, what they have of memory, and how long a fetch is on its way.
  private static Map<Integer, CalibrationReport.Members> members() throws Exception {
    var found = new TreeMap<Integer, CalibrationReport.Members>();
    for (int count = 1; count <= MOST_MEMBERS; count++) {
      var seconds = new double[STARTS];
      for (int start = 0; start < STARTS; start++) {
        try (var calibration = new ClusterCalibration()) {
          var stub = calibration.opened(StubProcess.start(Payloads.generated()));
          var settings = settings(stub.baseUri());
          long begin = System.nanoTime();
          var members =
              calibration.opened(LocalMembers.start(count, IN_FLIGHT, settings.baseUri()));
          var cluster = calibration.opened(connect(members, settings));
          seconds[start] = (System.nanoTime() - begin) / NS_PER_SECOND;
          if (start == STARTS - 1) {
            var way = warm(new CalibratedWay(name(count), cluster, List.of()), WARM_UP);
            found.put(
                count,
                new CalibrationReport.Members(
                    Estimate.ofMean(seconds),
                    residentMb(members.members().getFirst().handle()),
                    way.roundTripNs()));
          }
        }
      }
    }
    return found;
  }

  private static CalibratedJoins joins() throws Exception {
    try (var calibration = new ClusterCalibration()) {
      var stub = calibration.opened(StubProcess.start(Payloads.generated()));
      var settings = settings(stub.baseUri());
      var members = calibration.opened(LocalMembers.start(1, IN_FLIGHT, settings.baseUri()));
      var cluster = calibration.opened(connect(members, settings));
      return CalibratedJoins.measure(members, cluster);
    }
  }

  /// Members that get so much of a core and no more, and then a coordinator of which the same is
  /// true; empty where this machine does not allow it.
  private static Map<ClusterModel.Limit, List<List<CalibratedWay.Look>>> apart() throws Exception {
    if (!Namespaces.arePossible() || !CpuQuota.isPossible()) {
      return Map.of();
    }
    try (var calibration = new ClusterCalibration()) {
      var namespaces = calibration.opened(Namespaces.open());
      var stub = calibration.opened(CalibrationStub.start(Namespaces.HERE));
      var clusters = new ArrayList<CalibratedWay>();
      for (int count = 1; count <= MOST_MEMBERS; count++) {
        clusters.add(calibration.membersApart(count, namespaces, stub.baseUri()));
      }
      var found = new LinkedHashMap<ClusterModel.Limit, List<List<CalibratedWay.Look>>>();
      var members = clusters.stream().flatMap(each -> each.processes().stream()).toList();
      found.put(ClusterModel.Limit.MEMBERS, limited(members, clusters));
      found.put(
          ClusterModel.Limit.COORDINATOR, limited(List.of(ProcessHandle.current()), clusters));
      return found;
    }
  }

  private static List<List<CalibratedWay.Look>> limited(
      List<ProcessHandle> processes, List<CalibratedWay> clusters) throws Exception {
    try (var calibration = new ClusterCalibration()) {
      for (var process : processes) {
        var _ = calibration.opened(CpuQuota.of(SHARE_OF_A_CORE, process));
      }
      return List.copyOf(rounds(clusters).values());
    }
  }

  private static Map<String, List<CalibratedWay.Look>> rounds(List<CalibratedWay> ways)
      throws Exception {
    var looks = new LinkedHashMap<String, List<CalibratedWay.Look>>();
    for (int round = 0; round < ROUNDS; round++) {
      for (var way : ways) {
        looks.computeIfAbsent(way.name(), _ -> new ArrayList<>()).add(way.look(LOOK));
      }
    }
    return looks;
  }

  private CalibratedWay oneMachine(Strategy strategy, FetchSettings settings) throws Exception {
    var before = ProcessHandle.current().children().toList();
    var concurrency = new Concurrency(Concurrency.DEFAULT_THREADS, 2, IN_FLIGHT);
    var fetcher = opened(Strategies.open(strategy, settings, concurrency));
    var way = warm(new CalibratedWay(strategy.name(), fetcher, List.of()), WARM_UP);
    var workers =
        ProcessHandle.current().children().filter(each -> !before.contains(each)).toList();
    return new CalibratedWay(way.name(), fetcher, workers);
  }

  private CalibratedWay localMembers(int count, FetchSettings settings) throws Exception {
    var members = opened(LocalMembers.start(count, IN_FLIGHT, settings.baseUri()));
    var cluster = opened(connect(members, settings));
    var way = new CalibratedWay(name(count), cluster, handles(members.members().stream()));
    return warm(way, WARM_UP.multipliedBy(count));
  }

  private CalibratedWay membersApart(int count, Namespaces namespaces, URI stub) throws Exception {
    var members = new ArrayList<LocalMember>();
    for (int i = 0; i < count; i++) {
      members.add(namespaces.start(members.isEmpty() ? null : members.getFirst(), IN_FLIGHT, stub));
    }
    var addresses = members.stream().map(LocalMember::address).toList();
    var cluster = opened(Cluster.connect(namespaces.token(), addresses, settings(stub)));
    var way = new CalibratedWay(name(count), cluster, handles(members.stream()));
    return warm(way, WARM_UP.multipliedBy(count));
  }

  /// Each member does a share of the work, so that more of them are warm later.
  private static CalibratedWay warm(CalibratedWay way, Duration time) throws Exception {
    var _ = way.look(time);
    return way;
  }

  static String name(int members) {
    return members == 1 ? "1 member" : members + " members";
  }

  private static List<ProcessHandle> handles(Stream<LocalMember> members) {
    return members.map(LocalMember::handle).toList();
  }

  private static FetchSettings settings(URI stub) {
    return FetchSettings.of(stub).withDecoding(Decoding.LAST_FIELD_COUNTS);
  }

  private static Cluster connect(LocalMembers members, FetchSettings settings) throws Exception {
    return Cluster.connect(members.token(), members.addresses(), settings);
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

  private <T extends AutoCloseable> T opened(T resource) {
    open.push(resource);
    return resource;
  }

  /// The last that was opened first; each, also where another one fails.
  @Override
  public void close() throws IOException {
    if (open.isEmpty()) {
      return;
    }
    try {
      open.pop().close();
    } catch (IOException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IOException(e);
    } finally {
      close();
    }
  }
}
