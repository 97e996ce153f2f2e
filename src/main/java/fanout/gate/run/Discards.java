package fanout.gate.run;

import fanout.gate.judge.DiscardRule;
import fanout.gate.result.GateRun;
import fanout.gate.result.Pair;
import fanout.gate.result.ReferenceLoopPair;
import fanout.gate.run.ForkOutcome.ReferenceLoopMeasured;
import fanout.gate.run.ForkOutcome.RowFailed;
import fanout.gate.run.ForkOutcome.RowMeasured;
import fanout.measure.Interference;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Discards what the machine spoiled, by the rule that was fixed beforehand, and counts what it has
/// discarded: only so much of a row may be.
final class Discards {
  /// Stands for the reference loop among the rows.
  private static final int REFERENCE_LOOP = -1;

  private final int maxPairs;
  private final Map<Integer, Integer> counts = new HashMap<>();

  /// Begins with what was discarded before.
  Discards(GateRun run) {
    maxPairs = run.settings().maxPairs();
    run.pairs().stream().filter(pair -> !pair.counts()).map(Pair::row).forEach(this::count);
    run.referenceLoop().stream()
        .filter(pair -> !pair.counts())
        .map((ReferenceLoopPair _) -> REFERENCE_LOOP)
        .forEach(this::count);
  }

  /// The outcome as it is kept: discarded where the rule says so.
  ForkOutcome apply(ForkOutcome outcome) {
    return switch (outcome) {
      case RowMeasured measured -> {
        var reason = reason(measured.pair().row(), measured.pair().machine());
        yield reason == null ? measured : measured.discarded(reason);
      }
      case ReferenceLoopMeasured(var pair) -> {
        var reason = reason(REFERENCE_LOOP, pair.machine());
        yield reason == null ? outcome : new ReferenceLoopMeasured(pair.discarded(reason));
      }
      case RowFailed _ -> outcome;
    };
  }

  private @Nullable String reason(int row, Interference machine) {
    var reason = DiscardRule.reason(machine, counts.getOrDefault(row, 0), maxPairs);
    if (reason != null) {
      count(row);
    }
    return reason;
  }

  private void count(int row) {
    counts.merge(row, 1, Integer::sum);
  }
}
