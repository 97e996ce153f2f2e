package fanout.gate.report;

import fanout.chart.Downloads;
import fanout.chart.Page;
import fanout.chart.Theme;
import fanout.gate.judge.Judgement;
import fanout.gate.result.GateRun;
import fanout.os.AtomicFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Reports to people and machines what a run of the gate came to.
public final class GateReport {
  /// The raw run, beside which the others are written.
  public static final String RAW = "gate.json";

  public static final String MARKDOWN = "gate.md";
  public static final String JUNIT = "gate-junit.xml";
  public static final String PAGE = "gate.html";

  private GateReport() {}

  /// The outcome in one line.
  public static String headline(GateRun run, Judgement judgement) {
    return new GateHeadline(run, judgement).text();
  }

  /// Headline and tables for a console, what a reader must look at first.
  public static String console(GateRun run, Judgement judgement) {
    return new GateTables(run, judgement).console();
  }

  /// Takes [#MARKDOWN], [#JUNIT] and [#PAGE] of an earlier run out of `folder`.
  public static void clear(Path folder) throws IOException {
    for (var name : List.of(MARKDOWN, JUNIT, PAGE)) {
      Files.deleteIfExists(folder.resolve(name));
    }
  }

  /// Writes [#MARKDOWN], [#JUNIT] and [#PAGE] into `folder`, each under another name first. The
  /// page holds the folder's [#RAW] where there is one.
  ///
  /// @throws IOException with one sentence, if one cannot be written
  public static void write(Path folder, GateRun run, Judgement judgement) throws IOException {
    AtomicFile.write(folder.resolve(MARKDOWN), new GateTables(run, judgement).markdown());
    AtomicFile.write(folder.resolve(JUNIT), GateJunit.of(run, judgement));
    var page = new GatePage(run, judgement);
    long taken =
        page.page(Downloads.NONE).html(Theme.FANOUT).getBytes(StandardCharsets.UTF_8).length;
    var raw = Files.exists(folder.resolve(RAW)) ? List.of(RAW) : List.<String>of();
    var downloads = Downloads.of(folder, raw, Page.LARGEST - taken - 5_000);
    page.page(downloads).write(folder.resolve(PAGE), Theme.FANOUT);
  }
}
