package fanout.gate.cli;

import fanout.cli.ExitCode;
import fanout.gate.judge.Judge;
import fanout.gate.report.GateReport;
import fanout.gate.result.GateRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/// Judges a run, prints what it came to and writes it beside `gate.json`.
///
/// @param lines hears what is printed, line by line
record GateConclusion(Consumer<String> lines) {
  /// Concludes a run.
  ///
  /// @return the exit status
  int of(GateRun run, Path folder) throws IOException {
    var judgement = Judge.of(run);
    GateReport.write(folder, run, judgement);
    lines.accept("");
    lines.accept(GateReport.console(run, judgement));
    lines.accept("Results: " + folder);
    var code =
        run.settings().onlyReports() && judgement.outcome().isVerdict()
            ? ExitCode.OK
            : GateExit.codeOf(judgement.outcome());
    return code.status();
  }
}
