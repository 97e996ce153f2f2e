package fanout.gate.evidence;

import fanout.gate.GateFile;
import fanout.gate.GateRun;
import fanout.gate.Judge;
import fanout.gate.JudgedQuantity;
import fanout.gate.Judgement;
import fanout.result.ResultException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// Every run in one table, also those that failed or are still to come.
final class EvidenceTable {
  private static final int PERCENT = 100;

  private EvidenceTable() {}

  /// In Markdown.
  ///
  /// @param folder with a file per run
  static String markdown(Path folder) throws ResultException {
    var runs = new ArrayList<>(EvidenceRun.all());
    runs.sort(
        Comparator.comparingInt(EvidenceRun::slowerPercent).thenComparingInt(EvidenceRun::number));
    var lines = new ArrayList<String>();
    lines.add("| run | injected | outcome | wall | change, interval | CPU | pairs | void | time |");
    lines.add("| --- | ---: | --- | --- | ---: | --- | ---: | ---: | ---: |");
    for (var run : runs) {
      lines.add(line(folder, run));
    }
    return String.join("\n", lines) + "\n";
  }

  private static String line(Path folder, EvidenceRun run) throws ResultException {
    var file = folder.resolve(run.name() + ".json");
    var injected = run.slowerPercent() == 0 ? "" : "+" + run.slowerPercent() + " %";
    if (Files.exists(file)) {
      var found = GateFile.read(file);
      return cells(run.name(), injected, found, Judge.of(found));
    }
    boolean failed = Files.exists(folder.resolve(run.name() + ".failed.txt"));
    return "| %s | %s | %s | | | | | | |"
        .formatted(run.name(), injected, failed ? "could not be run" : "not run yet");
  }

  private static String cells(String name, String injected, GateRun run, Judgement judgement) {
    var row = judgement.rows().getFirst();
    var wall = row.quantities().getFirst();
    var took = Duration.between(run.startedAt(), run.updatedAt());
    return "| %s | %s | %s | %s | %s | %s | %d | %d | %d s |"
        .formatted(
            name,
            injected,
            judgement.outcome().name().toLowerCase(Locale.ROOT),
            wall.verdict().word(),
            change(wall),
            cpu(row.quantities()),
            row.pairs(),
            row.voidPairs(),
            took.toSeconds());
  }

  private static String change(JudgedQuantity quantity) {
    var ratio = quantity.ratio();
    if (ratio == null || ratio.interval() == null) {
      return "";
    }
    return String.format(
        Locale.ROOT,
        "%+.1f %%, %+.1f to %+.1f",
        PERCENT * (ratio.value() - 1),
        PERCENT * (ratio.interval().low() - 1),
        PERCENT * (ratio.interval().high() - 1));
  }

  private static String cpu(List<JudgedQuantity> quantities) {
    return quantities.stream()
        .filter(quantity -> quantity.quantity().label().equals("CPU"))
        .map(quantity -> quantity.verdict().word())
        .findFirst()
        .orElse("");
  }
}
