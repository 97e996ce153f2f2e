package fanout.cluster;

import fanout.chart.Pictures;
import fanout.chart.Theme;
import fanout.os.AtomicFile;
import fanout.stats.Estimate;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;

/// What [ClusterCalibration] measured, as Markdown, CSV and a chart.
///
/// @param commit of what was measured
/// @param beside looks at each way in the same rounds, `VIRTUAL_THREADS` first
/// @param members by their number
/// @param apart by what has [ClusterCalibration#SHARE_OF_A_CORE], looks at one, two and three
///   members; empty where that was not possible
record CalibrationReport(
    String commit,
    Map<String, List<CalibratedWay.Look>> beside,
    Map<Integer, Members> members,
    CalibratedJoins joins,
    Map<ClusterModel.Limit, List<List<CalibratedWay.Look>>> apart) {
  private static final int CORES = Runtime.getRuntime().availableProcessors();
  private static final List<Integer> MODELLED = List.of(1, 2, 3, 10, 30, 100, 300, 1_000);
  static final double NS_PER_MS = 1e6;

  /// Members at their start and after their work.
  ///
  /// @param startSeconds from nothing to members that can be given work, several times
  /// @param residentMb memory of the first after its work
  /// @param roundTripNs median time of a batch of one
  record Members(Estimate startSeconds, long residentMb, double roundTripNs) {}

  void write(Path folder) throws IOException {
    AtomicFile.write(folder.resolve("calibration.md"), text());
    AtomicFile.write(folder.resolve("cluster.csv"), CalibrationCsv.of(this));
    if (!apart.isEmpty()) {
      new Pictures(Theme.FANOUT).write(List.of(CalibrationChart.of(this)), folder);
    }
  }

  /// How fast members are beside one, where they or the coordinator have no more than a share of a
  /// core.
  List<Estimate> measured(ClusterModel.Limit limit) {
    var counts = Objects.requireNonNull(apart.get(limit));
    return counts.stream().map(looks -> rateRatio(looks, counts.getFirst())).toList();
  }

  /// The same as the model has it.
  double modelled(ClusterModel.Limit limit, int count) {
    boolean ofMembers = limit == ClusterModel.Limit.MEMBERS;
    double share = ClusterCalibration.SHARE_OF_A_CORE;
    var model = model(ofMembers ? CORES : share, ofMembers ? share : CORES);
    return model.throughput(count) / model.throughput(1);
  }

  private ClusterModel model(double coordinatorCores, double memberCores) {
    var one = Objects.requireNonNull(beside.get(ClusterCalibration.name(1)));
    return new ClusterModel(
        mean(one, CalibratedWay.Look::callerNs),
        mean(one, CalibratedWay.Look::othersNs),
        Objects.requireNonNull(members.get(1)).roundTripNs(),
        0,
        coordinatorCores,
        memberCores,
        ClusterCalibration.IN_FLIGHT);
  }

  private String text() {
    var text = new StringBuilder();
    text.append(
        "Written by `fanout.cluster.ClusterCalibration` on %s at commit `%s`.\n\n"
            .formatted(LocalDate.now(ZoneOffset.UTC), commit));
    addBeside(text);
    addMembers(text);
    addApart(text);
    return text.append(new ClusterModelTable(model(CORES, CORES), MODELLED, CalibratedWay.FETCHES))
        .toString();
  }

  private void addBeside(StringBuilder text) {
    text.append("## Beside one machine\n\n");
    text.append(
        """
        Batches of %d fetches of users without delay, on %d cores that coordinator, members and stub share: more members bring no more
        cores here. %d rounds, each way once in each; ratios are geometric means over rounds with a 95 %% t interval.

        | | fetches/s, to `VIRTUAL_THREADS` | CPU of the caller, ms a fetch | of workers or members |
        | --- | ---: | ---: | ---: |
        """
            .formatted(CalibratedWay.FETCHES, CORES, first().size()));
    beside.forEach((way, looks) ->
        text.append(
            "| %s | %s | %s | %s |\n"
                .formatted(
                    way,
                    shown(rateRatio(looks, first()), 2),
                    milliseconds(looks, CalibratedWay.Look::callerNs),
                    milliseconds(looks, CalibratedWay.Look::othersNs))));
    text.append('\n');
  }

  private void addMembers(StringBuilder text) {
    text.append(
        """
        | members | until they can be given work, s | memory of the first, after the work, MB | a batch of one, ms |
        | ---: | ---: | ---: | ---: |
        """);
    members.forEach((count, found) ->
        text.append(
            "| %d | %s | %d | %s |\n"
                .formatted(
                    count,
                    shown(found.startSeconds(), 1),
                    found.residentMb(),
                    number(found.roundTripNs() / NS_PER_MS, 2))));
    text.append(
        """

        A member that joined while both cores were busy with batches was given fetches %s s after it was in the cluster, and its first
        response was here after %s s (median to maximum of %d): Hazelcast's client looks for new members once a second, which no
        setting changes, and then the member's code is cold.

        """
            .formatted(
                medianAndMost(joins.givenSeconds()),
                medianAndMost(joins.respondedSeconds()),
                joins.givenSeconds().size()));
  }

  private void addApart(StringBuilder text) {
    text.append("## Members with cores of their own\n\n");
    if (apart.isEmpty()) {
      text.append(
          "Not measured: this needs network namespaces and a CPU quota, which were not to be had.\n\n");
      return;
    }
    text.append(
        """
        Each member is in a network namespace of its own, with an address and a link of its own. First each member gets %.1f of a core, and
        the coordinator and the stub what is left of %d; then the coordinator gets %.1f, and the members what they want. Fetches per second
        are given as a ratio to one member's, as above; what the model says was fitted to members without a quota. With so small
        a share a fetch costs a member more CPU than above, and less from round to round (`cluster.csv`); what for was not looked into.

        | %.1f of a core for | members | measured | modelled | CPU of members, ms a fetch |
        | --- | ---: | ---: | ---: | ---: |
        """
            .formatted(
                ClusterCalibration.SHARE_OF_A_CORE,
                CORES,
                ClusterCalibration.SHARE_OF_A_CORE,
                ClusterCalibration.SHARE_OF_A_CORE));
    for (var limit : apart.keySet()) {
      var looks = Objects.requireNonNull(apart.get(limit));
      var measured = measured(limit);
      for (int count = 1; count <= measured.size(); count++) {
        text.append(
            "| %s | %d | %s | %s | %s |\n"
                .formatted(
                    limit == ClusterModel.Limit.MEMBERS ? "each member" : "the coordinator",
                    count,
                    shown(measured.get(count - 1), 2),
                    number(modelled(limit, count), 2),
                    milliseconds(looks.get(count - 1), CalibratedWay.Look::othersNs)));
      }
    }
    text.append(
        """

        <picture>
          <source media="(prefers-color-scheme: dark)" srcset="cluster/%s">
          <img alt="What more members bring, measured and modelled" src="cluster/%s">
        </picture>

        """
            .formatted(
                Pictures.dark(CalibrationChart.NAME), Pictures.light(CalibrationChart.NAME)));
  }

  private List<CalibratedWay.Look> first() {
    return beside.values().iterator().next();
  }

  private static Estimate rateRatio(
      List<CalibratedWay.Look> looks, List<CalibratedWay.Look> reference) {
    return Estimate.ofRatio(
        looks.stream().mapToDouble(CalibratedWay.Look::fetchesPerSecond).toArray(),
        reference.stream().mapToDouble(CalibratedWay.Look::fetchesPerSecond).toArray());
  }

  private static String medianAndMost(List<Double> seconds) {
    var sorted = seconds.stream().sorted().toList();
    return "%s to %s"
        .formatted(number(sorted.get(sorted.size() / 2), 2), number(sorted.getLast(), 2));
  }

  private static String milliseconds(
      List<CalibratedWay.Look> looks, ToDoubleFunction<CalibratedWay.Look> nanos) {
    return number(mean(looks, nanos) / NS_PER_MS, 3);
  }

  private static double mean(
      List<CalibratedWay.Look> looks, ToDoubleFunction<CalibratedWay.Look> value) {
    return looks.stream().mapToDouble(value).average().orElseThrow();
  }

  /// With its interval, but for the ratio of a thing to itself.
  private static String shown(Estimate estimate, int decimals) {
    var interval = estimate.interval();
    return interval == null || interval.low() == interval.high()
        ? number(estimate.value(), decimals)
        : "%s (%s to %s)"
            .formatted(
                number(estimate.value(), decimals),
                number(interval.low(), decimals),
                number(interval.high(), decimals));
  }

  static String number(double value, int decimals) {
    return String.format(Locale.ROOT, "%." + decimals + "f", value);
  }
}
