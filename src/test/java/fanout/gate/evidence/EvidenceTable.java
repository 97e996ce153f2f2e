package fanout.gate.evidence;

import fanout.gate.judge.GateOutcome;
import fanout.gate.judge.JudgedQuantity;
import fanout.gate.result.GateRun;
import fanout.measure.ResultException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Every run in one table, also those that failed or are still to come, and what all of them came
/// to.
final class EvidenceTable {
  private static final int PERCENT = 100;
  private static final double BYTES_PER_GIB = 0x1p30;

  private EvidenceTable() {}

  /// In Markdown.
  ///
  /// @param folder with a file per run
  static String markdown(Path folder) throws ResultException {
    var results = EvidenceResult.all(folder);
    return machines(results) + "\n" + totals(results) + "\n" + runs(results);
  }

  private static String machines(List<EvidenceResult> results) {
    var machines = new LinkedHashSet<String>();
    for (var result : results) {
      var found = result.found();
      if (found != null) {
        machines.add(machine(found.run()));
      }
    }
    return "Measured on: "
        + (machines.isEmpty() ? "no machine yet" : String.join("; ", machines))
        + ".\n";
  }

  private static String machine(GateRun run) {
    var host = run.host();
    return String.format(
        Locale.ROOT,
        "%s, %d cores, %.0f GiB; %s; %s",
        host.cpu(),
        host.cores(),
        host.memoryBytes() / BYTES_PER_GIB,
        host.os(),
        run.baseline().jdk());
  }

  private static String totals(List<EvidenceResult> results) {
    var lines = new ArrayList<String>();
    lines.add(
        "| injected | runs | regressed | passed | undecided | invalid | failed | not run yet |");
    lines.add("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
    var slowdowns = new LinkedHashSet<Integer>();
    results.forEach(result -> slowdowns.add(result.run().slowerPercent()));
    for (int slower : slowdowns) {
      lines.add(
          total(slower, results.stream().filter(r -> r.run().slowerPercent() == slower).toList()));
    }
    return String.join("\n", lines) + "\n";
  }

  private static String total(int slowerPercent, List<EvidenceResult> results) {
    return "| %s | %s | %s | %s | %s | %s | %s | %s |"
        .formatted(
            slowerPercent == 0 ? "none" : injected(slowerPercent),
            results.size(),
            count(results, GateOutcome.REGRESSED),
            count(results, GateOutcome.PASSED),
            count(results, GateOutcome.UNDECIDED),
            count(results, GateOutcome.INVALID),
            count(results, GateOutcome.FAILED),
            count(results, null));
  }

  private static long count(List<EvidenceResult> results, @Nullable GateOutcome outcome) {
    return results.stream().filter(result -> result.outcome() == outcome).count();
  }

  private static String runs(List<EvidenceResult> results) {
    var lines = new ArrayList<String>();
    lines.add(
        "| run | injected | outcome | wall | change, interval | CPU | pairs | discarded | time |");
    lines.add("| --- | ---: | --- | --- | ---: | --- | ---: | ---: | ---: |");
    results.forEach(result -> lines.add(line(result)));
    return String.join("\n", lines) + "\n";
  }

  private static String line(EvidenceResult result) {
    var run = result.run();
    var found = result.found();
    return found == null
        ? "| %s | %s | %s | | | | | | |"
            .formatted(
                run.name(),
                injected(run.slowerPercent()),
                result.broken() ? "could not be run" : "not run yet")
        : cells(run, found);
  }

  private static String cells(EvidenceRun run, EvidenceResult.Found found) {
    var row = found.judgement().rows().getFirst();
    var wall = row.quantities().getFirst();
    var took = Duration.between(found.run().startedAt(), found.run().updatedAt());
    return "| %s | %s | %s | %s | %s | %s | %s | %s | %s s |"
        .formatted(
            run.name(),
            injected(run.slowerPercent()),
            found.judgement().outcome().name().toLowerCase(Locale.ROOT),
            wall.verdict().word(),
            change(wall),
            cpu(row.quantities()),
            row.pairs(),
            row.discardedPairs(),
            took.toSeconds());
  }

  private static String injected(int slowerPercent) {
    return slowerPercent == 0 ? "" : "+" + slowerPercent + " %";
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
