package fanout.suite.report;

import fanout.measure.IterationSample;
import fanout.stats.Estimate;
import fanout.stats.Estimate.Interval;
import fanout.suite.result.Measurement;
import fanout.suite.result.PercentilePoint;
import fanout.suite.result.RunDirectory;
import fanout.suite.result.RunRecord;
import fanout.suite.result.TimelineEntry;
import fanout.vocabulary.Metric;
import fanout.vocabulary.Scenario;
import fanout.vocabulary.StrategyName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Runs to draw: made up, of plausible size, and what can be wrong with one.
final class Runs {
  static final Path FOLDER = Path.of("src/test/resources/fanout/suite/report/run");
  static final Path LATER_FOLDER = Path.of("src/test/resources/fanout/suite/report/later-run");

  private Runs() {}

  static RunRecord ordinary() {
    try {
      return RunDirectory.read(FOLDER);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static RunRecord empty() {
    return new RunRecord(ordinary().environment(), List.of(), List.of(), List.of(), List.of());
  }

  /// The throughput of one strategy, from one fork.
  static RunRecord oneRow() {
    var row =
        ordinary().measurements().stream()
            .filter(m -> m.metric() == Metric.THROUGHPUT)
            .findFirst()
            .orElseThrow();
    return new RunRecord(
        ordinary().environment(), List.of(withoutInterval(row)), List.of(), List.of(), List.of());
  }

  static RunRecord withoutIntervals() {
    var run = ordinary();
    return new RunRecord(
        run.environment(),
        run.measurements().stream().map(Runs::withoutInterval).toList(),
        run.samples().stream().filter(s -> s.round() == 1).toList(),
        run.percentiles().stream().filter(p -> p.round() == null).toList(),
        run.timeline());
  }

  /// As after a run too short for any percentile to have ten samples beyond it.
  static RunRecord fewSamples() {
    var run = ordinary();
    return new RunRecord(
        run.environment(),
        run.measurements(),
        run.samples(),
        run.percentiles().stream().map(Runs::withFewBeyond).toList(),
        run.timeline());
  }

  /// Every interval goes below 0, as a t interval over few and scattered forks can.
  static RunRecord belowZero() {
    var run = ordinary();
    return new RunRecord(
        run.environment(),
        run.measurements().stream().map(Runs::withIntervalBelowZero).toList(),
        run.samples(),
        run.percentiles(),
        run.timeline());
  }

  /// Strategies and endpoints have names that try to break out.
  static RunRecord hostile() {
    return named(Runs::hostileName);
  }

  private static String hostileName(String name) {
    return switch (name) {
      case "FIXED_POOL" -> "</text><script>alert(1)</script>";
      case "FORK_JOIN" -> "\"'&amp;&#x3c;]]>";
      case "VIRTUAL_THREADS" -> "__proto__";
      case "ASYNC" -> "null\u0000\u0007\n{b|x}\uD800 #003876";
      case "STRUCTURED" -> "fill=\"#003876\" ".repeat(20);
      case "MULTI_PROCESS" -> "プロセス ①";
      default -> name;
    };
  }

  private static RunRecord named(UnaryOperator<String> rename) {
    var run = ordinary();
    UnaryOperator<Scenario> renamed =
        s ->
            s.strategy() == null
                ? s
                : s.withStrategy(StrategyName.of(rename.apply(s.strategy().text())));
    return new RunRecord(
        run.environment(),
        run.measurements().stream().map(m -> with(m, renamed.apply(m.scenario()))).toList(),
        run.samples().stream().map(s -> with(s, renamed.apply(s.scenario()))).toList(),
        run.percentiles().stream().map(p -> with(p, renamed.apply(p.scenario()))).toList(),
        run.timeline().stream().map(t -> with(t, rename)).toList());
  }

  /// A folder with copies of the CSVs and the environment of the ordinary run.
  static Path copiedTo(Path folder) throws IOException {
    try (var files = Files.list(FOLDER)) {
      for (var file : files.toList()) {
        Files.copy(file, folder.resolve(file.getFileName()));
      }
    }
    return folder;
  }

  private static Measurement withoutInterval(Measurement m) {
    var ratio = m.ratio();
    return with(
        m, new Estimate(m.score(), null, 1), ratio == null ? null : new Estimate(ratio, null, 1));
  }

  private static Measurement withIntervalBelowZero(Measurement m) {
    var ratio = m.besideSequential();
    return with(m, belowZero(m.mean()), ratio == null ? null : belowZero(ratio));
  }

  private static Estimate belowZero(Estimate e) {
    return new Estimate(e.value(), new Interval(-e.value(), 3 * e.value()), e.observations());
  }

  private static Measurement with(Measurement m, Estimate mean, @Nullable Estimate ratio) {
    return new Measurement(
        m.scenario(), m.metric(), mean, m.unit(), m.samples(), ratio, m.floorShare());
  }

  private static PercentilePoint withFewBeyond(PercentilePoint p) {
    return new PercentilePoint(
        p.scenario(), p.round(), p.percentile(), p.timeMs(), Math.min(p.samplesBeyond(), 9));
  }

  private static Measurement with(Measurement m, Scenario scenario) {
    return new Measurement(
        scenario,
        m.metric(),
        m.mean(),
        m.unit(),
        m.samples(),
        m.besideSequential(),
        m.floorShare());
  }

  private static IterationSample with(IterationSample s, Scenario scenario) {
    return new IterationSample(
        scenario, s.round(), s.iteration(), s.metric(), s.score(), s.unit(), s.samples());
  }

  private static PercentilePoint with(PercentilePoint p, Scenario scenario) {
    return new PercentilePoint(scenario, p.round(), p.percentile(), p.timeMs(), p.samplesBeyond());
  }

  private static TimelineEntry with(TimelineEntry t, UnaryOperator<String> rename) {
    return new TimelineEntry(
        StrategyName.of(rename.apply(t.strategy().text())),
        t.endpoint() + rename.apply("FIXED_POOL"),
        t.startedMs(),
        t.firstByteMs(),
        t.receivedMs(),
        t.finishedMs());
  }
}
