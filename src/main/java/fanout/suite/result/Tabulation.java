package fanout.suite.result;

import fanout.measure.ForkResult;
import fanout.measure.IterationSample;
import fanout.measure.TimeDistribution;
import fanout.stats.Estimate;
import fanout.vocabulary.Metric;
import fanout.vocabulary.Scenario;
import fanout.vocabulary.Strategy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Makes the rows of the CSVs of all forks of a run. One fork is one observation: intervals are
/// over forks, ratios over pairs of forks of the same round.
public final class Tabulation {
  private static final Strategy REFERENCE = Strategy.SEQUENTIAL;

  private final SequencedMap<Scenario, SequencedMap<Integer, ForkResult>> forks =
      new LinkedHashMap<>();

  /// Groups the forks.
  ///
  /// @param order the scenarios in the order of the rows
  /// @param results one fork of each scenario for each round
  public Tabulation(List<Scenario> order, List<ForkResult> results) {
    order.forEach(scenario -> forks.put(scenario, new TreeMap<>()));
    for (var fork : results) {
      forks.computeIfAbsent(fork.scenario(), _ -> new TreeMap<>()).put(fork.round(), fork);
    }
    forks.values().removeIf(Map::isEmpty);
  }

  /// Rows of `results.csv`.
  public List<Measurement> measurements() {
    var rows = new ArrayList<Measurement>();
    for (var scenario : forks.keySet()) {
      var scores = scoresByRound(scenario);
      var reference = scoresByRound(referenceOf(scenario));
      var floor = scenario.floor().map(this::scoresByRound).orElseGet(LinkedHashMap::new);
      for (var metric : Metric.values()) {
        if (scores.values().stream().anyMatch(fork -> fork.containsKey(metric))) {
          rows.add(
              measurement(
                  scenario,
                  metric,
                  of(metric, scores),
                  of(metric, reference),
                  metric == Metric.TIME_MEAN ? of(metric, floor) : new LinkedHashMap<>()));
        }
      }
    }
    return rows;
  }

  /// Rows of `samples.csv`.
  public List<IterationSample> samples() {
    return forks.values().stream()
        .flatMap(rounds -> rounds.values().stream())
        .flatMap(fork -> fork.samples().stream())
        .toList();
  }

  /// Rows of `percentiles.csv`: each round, then all together.
  public List<PercentilePoint> percentiles() {
    var rows = new ArrayList<PercentilePoint>();
    forks.forEach((scenario, rounds) -> {
      @Nullable TimeDistribution all = null;
      for (var fork : rounds.values()) {
        var times = fork.times();
        if (times != null) {
          var millis = times.times(fork.operation().millisOf(1));
          rows.addAll(PercentileGrid.points(scenario, fork.round(), millis));
          all = all == null ? millis : all.plus(millis);
        }
      }
      if (all != null) {
        rows.addAll(PercentileGrid.points(scenario, null, all));
      }
    });
    return rows;
  }

  private SequencedMap<Integer, Map<Metric, Double>> scoresByRound(Scenario scenario) {
    var scores = new LinkedHashMap<Integer, Map<Metric, Double>>();
    var rounds = forks.get(scenario);
    if (rounds != null) {
      rounds.forEach((round, fork) -> scores.put(round, ForkScores.of(fork)));
    }
    return scores;
  }

  /// `SEQUENTIAL` in the same scenario. It has no pool: where the sizes of pools differ, as those
  /// of programs in other languages do, any sizes will do.
  private Scenario referenceOf(Scenario scenario) {
    var exact = scenario.withStrategy(REFERENCE);
    return forks.containsKey(exact)
        ? exact
        : forks.keySet().stream()
            .filter(other -> other.withoutPools().equals(exact.withoutPools()))
            .findFirst()
            .orElse(exact);
  }

  private static SequencedMap<Integer, Double> of(
      Metric metric, SequencedMap<Integer, Map<Metric, Double>> scores) {
    var values = new LinkedHashMap<Integer, Double>();
    scores.forEach((round, fork) -> {
      var value = fork.get(metric);
      if (value != null) {
        values.put(round, value);
      }
    });
    return values;
  }

  private Measurement measurement(
      Scenario scenario,
      Metric metric,
      SequencedMap<Integer, Double> scores,
      SequencedMap<Integer, Double> reference,
      SequencedMap<Integer, Double> floor) {
    var rounds = forks.getOrDefault(scenario, new TreeMap<>());
    return new Measurement(
        scenario,
        metric,
        Estimate.ofMean(doubles(scores.values())),
        rounds.firstEntry().getValue().operation().unit(metric),
        rounds.values().stream().mapToLong(ForkScores::operations).sum(),
        ratio(scores.keySet(), scores, reference),
        ratio(scores.keySet(), floor, scores));
  }

  private static @Nullable Estimate ratio(
      Set<Integer> rounds, Map<Integer, Double> numerators, Map<Integer, Double> denominators) {
    var above = new ArrayList<Double>();
    var below = new ArrayList<Double>();
    for (int round : rounds) {
      double numerator = numerators.getOrDefault(round, 0.0);
      double denominator = denominators.getOrDefault(round, 0.0);
      if (numerator <= 0 || denominator <= 0) {
        return null; // not every fork has its pair, or none of that cost was seen
      }
      above.add(numerator);
      below.add(denominator);
    }
    return Estimate.ofRatio(doubles(above), doubles(below));
  }

  private static double[] doubles(Collection<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
