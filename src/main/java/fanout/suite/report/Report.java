package fanout.suite.report;

import fanout.chart.Chart;
import fanout.chart.Downloads;
import fanout.chart.Page;
import fanout.chart.Pictures;
import fanout.chart.PrintableText;
import fanout.chart.Theme;
import fanout.os.AtomicFile;
import fanout.suite.result.RunDirectory;
import fanout.suite.result.RunRecord;
import fanout.suite.result.RunTables;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The summary, the charts and the page of a run.
public final class Report {
  /// Folder of the pictures, in the folder of the run.
  public static final String CHARTS = "charts";

  /// The page, in the folder of the run.
  public static final String PAGE = "report.html";

  private static final Theme THEME = Theme.FANOUT;

  private Report() {}

  /// Draws a finished run again, into its own folder.
  ///
  /// @return the page
  /// @throws fanout.measure.ResultException if the folder, or a file in it, is missing, broken or
  ///   half there
  public static Path write(Path folder) throws IOException {
    return write(folder, RunDirectory.read(folder));
  }

  /// Draws `run` into `folder`, which holds its CSVs: `summary.md`, `charts/*.svg` and
  /// `report.html`, each written under another name and then moved. Pictures of an earlier drawing
  /// that this run has nothing for are removed.
  ///
  /// @return the page
  public static Path write(Path folder, RunRecord run) throws IOException {
    AtomicFile.write(folder.resolve(RunDirectory.SUMMARY), Summary.markdown(run));
    var charts = ChartSet.of(THEME, run);
    new Pictures(THEME).write(charts, folder.resolve(CHARTS));
    return page(folder, run, charts).write(folder.resolve(PAGE), THEME);
  }

  /// The page alone, without downloads.
  static String html(RunRecord run) {
    return page(run, ChartSet.of(THEME, run), Downloads.NONE).html(THEME);
  }

  private static Page page(Path folder, RunRecord run, List<Chart> charts) throws IOException {
    var bare = page(run, charts, Downloads.NONE);
    long taken = bare.html(THEME).getBytes(StandardCharsets.UTF_8).length;
    var files = new ArrayList<String>();
    RunTables.ALL.forEach(table -> files.add(table.fileName()));
    files.add(RunDirectory.ENVIRONMENT);
    files.removeIf(name -> !Files.exists(folder.resolve(name)));
    // Room is left for the list of the downloads itself.
    var downloads = Downloads.of(folder, files, Page.LARGEST - taken - 5_000);
    return page(run, charts, downloads);
  }

  private static Page page(RunRecord run, List<Chart> charts, Downloads downloads) {
    var environment = run.environment();
    var print = new Caption(environment);
    return new Page(
        new Page.Opening(
            "Many endpoints at once: which way is fastest?",
            print.run(),
            Headline.of(run)
                .map(answer -> answer.sentence(print.place()))
                .orElse(
                    "This run fetched no batch of the six endpoints; what it measured is below."),
            warnings(run)),
        charts,
        MeasurementTable.of(run.measurements()),
        EnvironmentFacts.of(environment),
        downloads,
        true);
  }

  private static List<String> warnings(RunRecord run) {
    var reasons = run.environment().notQuotable();
    if (reasons.isEmpty()) {
      return List.of();
    }
    var warnings = new ArrayList<String>();
    warnings.add("Numbers of this run are not for quoting.");
    reasons.stream().map(PrintableText::sentence).forEach(warnings::add);
    return warnings;
  }
}
