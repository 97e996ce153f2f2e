package fanout.suite.report;

import fanout.chart.Numbers;
import fanout.chart.PrintableText;
import fanout.suite.result.Measurement;
import fanout.suite.result.RunRecord;
import fanout.vocabulary.Benchmark;
import fanout.vocabulary.Bodies;
import fanout.vocabulary.Delay;
import fanout.vocabulary.Metric;
import fanout.vocabulary.Scenario;
import fanout.vocabulary.Strategy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/// The answer of a run: which strategies fetch the six endpoints fastest for one caller.
///
/// @param best the fastest, and every one that neither a test of the forks nor a printed interval
///   tells apart from it; the fastest first
/// @param names what they are called, in the same order
record Headline(List<Measurement> best, List<String> names) {
  private static final List<Predicate<Scenario>> PREFERENCES =
      List.of(
          s -> s.delay() != null && DisplayNames.fixedDelayMillis(s.delay()) > 0,
          s -> s.bodies() == Bodies.SIX,
          s -> Objects.equals(s.callers(), 1));

  /// Empty where the run has no batch of the six endpoints.
  static Optional<Headline> of(RunRecord run) {
    var rows = headline(run);
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    var ranking = new SummaryRanking(rows, new ForkSeries(run.samples()), "strategy");
    return Optional.of(
        new Headline(ranking.best(), ranking.best().stream().map(ranking::name).toList()));
  }

  /// Mean times of one batch of the six: with a fixed delay and one caller where the run has that.
  /// The fastest comes first.
  static List<Measurement> headline(RunRecord run) {
    var rows =
        run.measurements().stream()
            .filter(m -> m.scenario().benchmark() == Benchmark.SIX_ENDPOINTS)
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

  /// One sentence; `machine` is where it was measured, without a full stop.
  String sentence(String machine) {
    var fastest = best.getFirst();
    if (fastest.forks() < 2) {
      return "One round tells no strategy apart: %s ms per batch%s, measured with 1 fork each on %s."
          .formatted(range(scores()), condition(fastest.scenario()), machine);
    }
    return "%s %s %s fastest%s: %s ms per batch%s%s, measured with %s forks on %s."
        .formatted(
            PrintableText.list(names),
            best.size() == 1 ? "fetches" : "fetch",
            isOfTheSix(fastest.scenario()) ? "the six endpoints" : "a batch",
            doubt(),
            range(scores()),
            condition(fastest.scenario()),
            speedup(),
            fastest.forks(),
            machine);
  }

  private List<Double> scores() {
    return best.stream().map(Measurement::score).toList();
  }

  private String doubt() {
    return best.size() == 1 ? "" : " (this run does not tell them apart)";
  }

  private static boolean isOfTheSix(Scenario scenario) {
    return scenario.bodies() == null || scenario.bodies() == Bodies.SIX;
  }

  /// What is not as a reader expects, and the delay.
  private static String condition(Scenario scenario) {
    var text = new StringBuilder();
    if (scenario.bodies() != null && !isOfTheSix(scenario)) {
      text.append(" of ").append(DisplayNames.bodies(scenario.bodies()));
    }
    if (scenario.delay() != null) {
      text.append(
          scenario.delay() == Delay.NONE
              ? " without delay"
              : " at " + DisplayNames.delay(scenario.delay()));
    }
    if (scenario.callers() != null && scenario.callers() != 1) {
      text.append(" with ").append(DisplayNames.callers(scenario.callers()));
    }
    return text.toString();
  }

  /// Of all that are named, as the fastest one's would be too much for the others; empty where
  /// `SEQUENTIAL` is among them or was not measured.
  private String speedup() {
    var times = new ArrayList<Double>();
    var ends = new ArrayList<Double>();
    for (var m : best) {
      if (m.ratio() == null || m.scenario().strategy() == Strategy.SEQUENTIAL) {
        return "";
      }
      times.add(1 / m.ratio());
      if (m.ratioLow() != null && m.ratioHigh() != null) {
        ends.add(1 / m.ratioHigh());
        ends.add(1 / m.ratioLow());
      }
    }
    return ", %s times as fast as SEQUENTIAL%s".formatted(range(times), certainty(ends));
  }

  /// @param ends of the interval of each that is named
  private String certainty(List<Double> ends) {
    if (ends.size() < 2 * best.size()) {
      return "";
    }
    var word = best.size() == 1 ? "interval" : "intervals from";
    return " (95 %% %s %s)"
        .formatted(word, Numbers.range(Collections.min(ends), Collections.max(ends)));
  }

  private static String range(Collection<Double> values) {
    var low = Numbers.text(Collections.min(values));
    var high = Numbers.text(Collections.max(values));
    return low.equals(high) ? low : low + " to " + high;
  }
}
