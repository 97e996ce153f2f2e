package fanout.gate.judge;

import fanout.gate.result.Arm;
import fanout.gate.result.ArmDifferences;
import fanout.gate.result.ArmName;
import fanout.gate.result.ControlFork;
import fanout.gate.result.CounterRule;
import fanout.gate.result.ForkOrder;
import fanout.gate.result.GateFile;
import fanout.gate.result.GateFork;
import fanout.gate.result.GateResults;
import fanout.gate.result.GateRow;
import fanout.gate.result.GateRun;
import fanout.gate.result.GateSettings;
import fanout.gate.result.IterationScores;
import fanout.gate.result.LookSettings;
import fanout.gate.result.MarginRule;
import fanout.gate.result.MarginSettings;
import fanout.gate.result.Pair;
import fanout.gate.result.PassSettings;
import fanout.gate.result.QuantityChoice;
import fanout.gate.result.QuantitySettings;
import fanout.gate.result.ReferenceLoopPair;
import fanout.gate.result.RowFailure;
import fanout.gate.result.RunStatus;
import fanout.measure.ForkLength;
import fanout.measure.Hardware;
import fanout.measure.Interference;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.openjdk.jmh.annotations.Mode;

/// Runs of the gate made of literal numbers.
public final class Gates {
  public static final Instant START = Instant.parse("2026-01-02T03:04:05Z");
  public static final Interference QUIET = new Interference(0.0, 1.0);

  private Gates() {}

  public static GateSettings settings(int maxPairs) {
    return settings(LookSettings.of(maxPairs));
  }

  public static GateSettings settings(LookSettings looks) {
    return new GateSettings(
        new MarginSettings(MarginSettings.DEFAULT, List.of()),
        looks,
        new PassSettings(PassSettings.DEFAULT_EXCLUDE, false, null),
        QuantitySettings.USUAL,
        7,
        false,
        List.of(),
        List.of(),
        null);
  }

  public static GateSettings withMargins(GateSettings s, double margin, MarginRule... rules) {
    return new GateSettings(
        new MarginSettings(margin, List.of(rules)),
        s.lookSettings(),
        s.passSettings(),
        s.quantitySettings(),
        s.seed(),
        s.asAnnotated(),
        s.counters(),
        s.jmhOptions(),
        s.budgetSeconds());
  }

  public static GateSettings failingOnUndecided(GateSettings s) {
    return new GateSettings(
        s.marginSettings(),
        s.lookSettings(),
        new PassSettings(s.exclude(), true, null),
        s.quantitySettings(),
        s.seed(),
        s.asAnnotated(),
        s.counters(),
        s.jmhOptions(),
        s.budgetSeconds());
  }

  public static GateSettings advisory(GateSettings s) {
    return new GateSettings(
        s.marginSettings(),
        s.lookSettings(),
        new PassSettings(s.exclude(), s.failOnUndecided(), true),
        s.quantitySettings(),
        s.seed(),
        s.asAnnotated(),
        s.counters(),
        s.jmhOptions(),
        s.budgetSeconds());
  }

  public static GateSettings withCounters(GateSettings s, CounterRule... counters) {
    return new GateSettings(
        s.marginSettings(),
        s.lookSettings(),
        s.passSettings(),
        s.quantitySettings(),
        s.seed(),
        s.asAnnotated(),
        List.of(counters),
        s.jmhOptions(),
        s.budgetSeconds());
  }

  static GateSettings judging(GateSettings s, QuantityChoice... quantities) {
    return new GateSettings(
        s.marginSettings(),
        s.lookSettings(),
        s.passSettings(),
        new QuantitySettings(List.of(quantities)),
        s.seed(),
        s.asAnnotated(),
        s.counters(),
        s.jmhOptions(),
        s.budgetSeconds());
  }

  public static GateSettings withBudget(GateSettings s, long seconds) {
    return new GateSettings(
        s.marginSettings(),
        s.lookSettings(),
        s.passSettings(),
        s.quantitySettings(),
        s.seed(),
        s.asAnnotated(),
        s.counters(),
        s.jmhOptions(),
        seconds);
  }

  public static GateSettings withJmhOptions(GateSettings s, String... typed) {
    return new GateSettings(
        s.marginSettings(),
        s.lookSettings(),
        s.passSettings(),
        s.quantitySettings(),
        s.seed(),
        s.asAnnotated(),
        s.counters(),
        List.of(typed),
        s.budgetSeconds());
  }

  public static GateRow row(String name, Mode mode, String unit) {
    return new GateRow("demo.Work." + name, new TreeMap<>(), mode, unit, null);
  }

  public static GateFork fork(String unit, double score, Map<String, IterationScores> secondary) {
    SortedMap<String, IterationScores> sorted = new TreeMap<>(secondary);
    return new GateFork(
        new IterationScores(unit, List.of(score)), sorted, START, START.plusSeconds(1));
  }

  public static Pair pair(int row, int round, GateFork baseline, GateFork candidate) {
    return new Pair(
        row,
        round,
        round % 2 == 0 ? ForkOrder.AB : ForkOrder.BA,
        baseline,
        candidate,
        START,
        START.plusSeconds(2),
        QUIET,
        null);
  }

  /// Wall time alone, in ms/op: `baseline[i]` against `candidate[i]`.
  public static List<Pair> pairs(int row, double[] baseline, double[] candidate) {
    var pairs = new ArrayList<Pair>();
    for (int i = 0; i < baseline.length; i++) {
      pairs.add(
          pair(
              row,
              i + 1,
              fork("ms/op", baseline[i], Map.of()),
              fork("ms/op", candidate[i], Map.of())));
    }
    return pairs;
  }

  public static GateRun run(GateSettings settings, List<GateRow> rows, List<Pair> pairs) {
    return run(settings, rows, pairs, List.of(), List.of(), List.of(), true);
  }

  public static GateRun run(
      GateSettings settings,
      List<GateRow> rows,
      List<Pair> pairs,
      List<ControlFork> controls,
      List<ReferenceLoopPair> referenceLoop,
      List<RowFailure> failures,
      boolean complete) {
    return new GateRun(
        new RunStatus(GateFile.VERSION, START, START.plusSeconds(60), complete, null),
        settings,
        new Arm("main", "a1".repeat(32), "Temurin 25.0.3", "0123456789abcdef", List.of()),
        new Arm(".", "b2".repeat(32), "Temurin 25.0.3", null, List.of("-Xmx1g")),
        new Hardware("AMD EPYC", 2, 8L << 30, "Linux 6.1"),
        rows,
        ArmDifferences.NONE,
        new GateResults(pairs, controls, referenceLoop, failures, List.of()),
        List.of());
  }

  /// A small run with one of everything.
  public static GateRun one() {
    var row =
        new GateRow(
            "demo.Work.time",
            new TreeMap<>(Map.of("size", "10")),
            Mode.AverageTime,
            "ms/op",
            new ForkLength(3, 200, 5, 200));
    var secondary =
        Map.of(
            GateFork.CPU, new IterationScores("ns/op", List.of(900.0, 910.0)),
            GateFork.ALLOCATED, new IterationScores("B/op", List.of(128.0, 128.0)));
    var fork = fork("ms/op", 1.25, secondary);
    var pair = pair(0, 1, fork, fork);
    var control =
        new ControlFork(0, 1, ForkOrder.AB, fork, START, START.plusSeconds(1), QUIET, null);
    var referenceLoop =
        new ReferenceLoopPair(
            1,
            ForkOrder.BA,
            5e6,
            5.1e6,
            START,
            START.plusSeconds(1),
            Interference.UNKNOWN,
            "steal took 3.1 % of its time");
    return run(
        settings(24),
        List.of(row),
        List.of(pair),
        List.of(control),
        List.of(referenceLoop),
        List.of(new RowFailure(0, ArmName.CANDIDATE, "it threw an IllegalStateException")),
        false);
  }
}
