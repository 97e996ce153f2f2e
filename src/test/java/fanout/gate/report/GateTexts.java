package fanout.gate.report;

import fanout.gate.judge.Judgement;
import fanout.gate.result.GateRun;
import java.util.List;

/// All that is told of a run of the gate but its page, which takes long to make.
public final class GateTexts {
  private GateTexts() {}

  /// For the console, in Markdown, and as JUnit's XML.
  public static List<String> of(GateRun run, Judgement judgement) {
    var tables = new GateTables(run, judgement);
    return List.of(tables.console(), tables.markdown(), GateJunit.of(run, judgement));
  }
}
