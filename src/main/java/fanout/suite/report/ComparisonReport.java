package fanout.suite.report;

import fanout.chart.Chart;
import fanout.chart.Downloads;
import fanout.chart.Page;
import fanout.chart.Pictures;
import fanout.chart.PrintableText;
import fanout.chart.Theme;
import fanout.suite.report.Comparison.Word;
import fanout.suite.result.RunDirectory;
import fanout.vocabulary.Name;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The page of two runs side by side.
public final class ComparisonReport {
  private static final String NOTE =
      "B ÷ A of the means of forks, with the 95 % interval and the p value of Welch's t test on"
          + " logarithms; suspect is what stands after Holm's correction over all rows.";

  private static final List<String> COLUMNS =
      List.of(
          "benchmark",
          "strategy",
          "delay",
          "bodies",
          "endpoints",
          "callers",
          "metric",
          "unit",
          "A",
          "B",
          "B ÷ A",
          "low",
          "high",
          "p",
          "in words");
  private static final List<String> WORDS =
      List.of("benchmark", "strategy", "delay", "bodies", "metric", "unit", "in words");

  private ComparisonReport() {}

  /// The name of a folder for two runs, made of their ids.
  ///
  /// @throws fanout.measure.ResultException if a folder is missing, broken or half there
  public static String folderName(Path runA, Path runB) throws IOException {
    return "comparison-" + id(runA) + "-" + id(runB);
  }

  private static String id(Path run) throws IOException {
    return RunDirectory.read(run).environment().run().id().replaceAll("[^A-Za-z0-9._-]", "_");
  }

  /// Draws `charts/*.svg` and `report.html` of two runs into `folder`.
  ///
  /// @return the page
  /// @throws fanout.measure.ResultException if a folder of a run is missing, broken or half there
  public static Path write(Path runA, Path runB, Path folder) throws IOException {
    var comparison = Comparison.of(RunDirectory.read(runA), RunDirectory.read(runB));
    var charts = ComparisonCharts.of(Theme.FANOUT, comparison);
    new Pictures(Theme.FANOUT).write(charts, folder.resolve(Report.CHARTS));
    return page(comparison, charts).write(folder.resolve(Report.PAGE), Theme.FANOUT);
  }

  private static Page page(Comparison comparison, List<Chart> charts) {
    var a = comparison.a().environment();
    var b = comparison.b().environment();
    return new Page(
        new Page.Opening(
            "Two runs side by side",
            "A: " + new Caption(a).run() + " B: " + new Caption(b).run(),
            answer(comparison),
            warnings(comparison)),
        charts,
        table(comparison),
        facts(comparison),
        Downloads.NONE,
        true);
  }

  private static String answer(Comparison comparison) {
    if (comparison.rows().isEmpty()) {
      return "The two runs share no row: they measured different things, so nothing is compared.";
    }
    return ("Of %s rows that both runs have, %s are suspect of needing more in B than in A, and %s of"
            + " needing less; the others are within noise%s. Stored runs can raise a suspicion, never"
            + " more: the gate can test it.")
        .formatted(
            comparison.rows().size(),
            comparison.count(Word.SLOWER),
            comparison.count(Word.FASTER),
            comparison.count(Word.UNKNOWN) == 0 ? "" : " or have too few forks");
  }

  private static List<String> warnings(Comparison comparison) {
    var a = comparison.a().environment();
    var b = comparison.b().environment();
    var warnings = new ArrayList<>(FingerprintDifferences.of(a.fingerprint(), b.fingerprint()));
    a.notQuotable()
        .forEach(why -> warnings.add(PrintableText.sentence("A is not for quoting: " + why)));
    b.notQuotable()
        .forEach(why -> warnings.add(PrintableText.sentence("B is not for quoting: " + why)));
    return warnings;
  }

  private static List<Page.Fact> facts(Comparison comparison) {
    var facts = new ArrayList<Page.Fact>();
    for (var fact : EnvironmentFacts.of(comparison.a().environment())) {
      facts.add(new Page.Fact("A: " + fact.name(), fact.values()));
    }
    for (var fact : EnvironmentFacts.of(comparison.b().environment())) {
      facts.add(new Page.Fact("B: " + fact.name(), fact.values()));
    }
    return facts;
  }

  private static Page.Table table(Comparison comparison) {
    return new Page.Table(
        NOTE,
        COLUMNS,
        COLUMNS.stream().map(WORDS::contains).toList(),
        comparison.rows().stream().map(ComparisonReport::cells).toList());
  }

  private static List<@Nullable Object> cells(Comparison.Row row) {
    var s = row.b().scenario();
    var ratio = row.ratio();
    return Arrays.<@Nullable Object>asList(
        s.benchmark().text(),
        Name.textOf(s.strategy()),
        Name.textOf(s.delay()),
        Name.textOf(s.bodies()),
        s.endpoints(),
        s.callers(),
        row.b().metric().column(),
        row.b().unit().text(),
        row.a().score(),
        row.b().score(),
        ratio == null ? null : ratio.ratio(),
        ratio == null ? null : ratio.low(),
        ratio == null ? null : ratio.high(),
        ratio == null ? null : ratio.pValue(),
        row.word().text());
  }
}
