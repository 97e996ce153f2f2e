package fanout.report;

import fanout.result.Measurement;
import fanout.result.Metric;
import fanout.result.RunRecord;
import fanout.result.Scenario;
import fanout.stats.Estimate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/// The answer of a run: which strategies fetch the six endpoints fastest for one caller.
///
/// @param best the fastest and every one that its forks do not tell apart from it, the fastest
///   first
/// @param count how many strategies were compared
record Answer(List<Measurement> best, int count) {
  private static final List<Predicate<Scenario>> PREFERENCES =
      List.of(
          s -> s.delay() != null && Wording.fixedDelayMillis(s.delay()) > 0,
          s -> Objects.equals(s.bodies(), "SIX"),
          s -> Objects.equals(s.callers(), 1));

  /// Empty where the run has no batch of the six endpoints.
  static Optional<Answer> of(RunRecord run) {
    var rows = headline(run);
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    var forks = new Forks(run.samples());
    var first = rows.getFirst();
    var best =
        rows.stream().filter(row -> row.equals(first) || !isSlower(forks, row, first)).toList();
    return Optional.of(new Answer(best, rows.size()));
  }

  /// Mean times of one batch of the six: with a fixed delay and one caller where the run has that.
  /// The fastest comes first.
  static List<Measurement> headline(RunRecord run) {
    var rows =
        run.measurements().stream()
            .filter(m -> m.scenario().benchmark().equals(PointCharts.SIX))
            .filter(m -> m.scenario().strategy() != null && m.metric() == Metric.TIME_MEAN)
            .toList();
    for (var preference : PREFERENCES) {
      var preferred = rows.stream().filter(m -> preference.test(m.scenario())).toList();
      rows = preferred.isEmpty() ? rows : preferred;
    }
    if (rows.isEmpty()) {
      return rows;
    }
    var first = rows.getFirst().scenario();
    return rows.stream()
        .filter(m -> Objects.equals(m.scenario().delay(), first.delay()))
        .filter(m -> Objects.equals(m.scenario().bodies(), first.bodies()))
        .filter(m -> Objects.equals(m.scenario().callers(), first.callers()))
        .sorted(Comparator.comparingDouble(Measurement::score))
        .toList();
  }

  private static boolean isSlower(Forks forks, Measurement row, Measurement fastest) {
    var others = forks.of(fastest.scenario(), Metric.TIME_MEAN);
    var pairs = new ArrayList<double[]>();
    forks
        .of(row.scenario(), Metric.TIME_MEAN)
        .forEach((round, time) -> {
          var other = others.get(round);
          if (other != null && time > 0 && other > 0) {
            pairs.add(new double[] {time, other});
          }
        });
    if (pairs.size() < 2) {
      return false;
    }
    var interval =
        Estimate.ofRatio(
                pairs.stream().mapToDouble(pair -> pair[0]).toArray(),
                pairs.stream().mapToDouble(pair -> pair[1]).toArray())
            .interval();
    return interval != null && interval.low() > 1;
  }

  /// One sentence; `machine` is where it was measured, without a full stop.
  String sentence(String machine) {
    var fastest = best.getFirst();
    return "%s %s the six endpoints fastest%s: %s ms per batch%s%s, measured with %s %s on %s."
        .formatted(
            names(),
            best.size() == 1 ? "fetches" : "fetch",
            best.size() == 1 ? "" : " (this run does not tell them apart)",
            times(),
            condition(fastest.scenario()),
            speedup(fastest),
            fastest.forks(),
            fastest.forks() == 1 ? "fork" : "forks",
            machine);
  }

  private String names() {
    var names =
        best.stream().map(m -> Wording.name(String.valueOf(m.scenario().strategy()))).toList();
    return names.size() == 1
        ? names.getFirst()
        : String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.getLast();
  }

  private String times() {
    var low = Numbers.text(best.getFirst().score());
    var high = Numbers.text(best.stream().mapToDouble(Measurement::score).max().orElseThrow());
    return low.equals(high) ? low : low + " to " + high;
  }

  private static String condition(Scenario scenario) {
    return scenario.delay() == null
        ? ""
        : scenario.delay().equals("NONE")
            ? " without delay"
            : " at " + Wording.delay(scenario.delay());
  }

  private static String speedup(Measurement fastest) {
    if (fastest.ratio() == null || "SEQUENTIAL".equals(fastest.scenario().strategy())) {
      return "";
    }
    var interval =
        fastest.ratioLow() == null || fastest.ratioHigh() == null
            ? "one round only, so nobody knows how sure that is"
            : "95 %% interval %s"
                .formatted(Numbers.range(1 / fastest.ratioHigh(), 1 / fastest.ratioLow()));
    return ", %s times as fast as SEQUENTIAL (%s)"
        .formatted(Numbers.text(1 / fastest.ratio()), interval);
  }
}
