package fanout.gate.report;

import fanout.chart.Numbers;
import fanout.chart.Page.Fact;
import fanout.chart.Percent;
import fanout.chart.PrintableText;
import fanout.gate.result.Arm;
import fanout.gate.result.GateRun;
import fanout.gate.result.QuantityChoice;
import java.util.ArrayList;
import java.util.List;

/// What was fixed before a run of the gate, and where it ran, for people.
final class GateFacts {
  private GateFacts() {}

  static List<Fact> of(GateRun run) {
    var s = run.settings();
    var facts = new ArrayList<Fact>();
    facts.add(arm("Baseline", run.baseline()));
    facts.add(arm("Candidate", run.candidate()));
    run.rowNames().alike().forEach(row -> add(facts, "In all its rows", row));
    add(facts, "Started", run.startedAt().toString());
    add(facts, "Last written", run.updatedAt() + (run.complete() ? "" : ", partial"));
    add(facts, "Margin", Percent.text(s.margin()));
    s.margins()
        .forEach(rule ->
            add(
                facts,
                "Margin of " + rule.benchmarks(),
                Percent.text(rule.margin()) + ": " + rule.reason()));
    var looks = s.looks().stream().map(String::valueOf).toList();
    add(
        facts,
        "Looks",
        "at " + PrintableText.list(looks) + " pairs, level " + s.alpha() + " one-sided");
    add(facts, "To exclude", Percent.text(s.exclude()) + " of wall time");
    var dropped = s.quantitySettings().dropped();
    if (!dropped.isEmpty()) {
      add(facts, "Not judged", named(dropped));
    }
    s.counters()
        .forEach(rule ->
            add(
                facts,
                "Counter " + rule.name(),
                rule.exact() ? "exact" : Percent.text(rule.margin())));
    add(facts, "Seed", Long.toString(s.seed()));
    if (!s.jmhOptions().isEmpty()) {
      add(facts, "JMH options", String.join(" ", s.jmhOptions()));
    }
    add(facts, "Processor", run.host().cpu() + ", " + run.host().cores() + " cores");
    add(facts, "Memory", Numbers.text(run.host().memoryBytes()) + " bytes");
    add(facts, "Operating system", run.host().os());
    return facts;
  }

  static String named(List<QuantityChoice> quantities) {
    return PrintableText.list(
        quantities.stream()
            .map(quantity ->
                switch (quantity) {
                  case WALL -> "wall time";
                  case CPU -> "CPU time";
                  case ALLOC -> "allocated bytes";
                  case P99 -> "99th percentile";
                })
            .toList());
  }

  private static Fact arm(String name, Arm arm) {
    var values = new ArrayList<String>();
    values.add(arm.label());
    values.add("JDK " + arm.jdk());
    if (arm.commit() != null) {
      values.add("commit " + arm.commit());
    }
    values.add("jar " + arm.jarSha256());
    if (!arm.jvmArgs().isEmpty()) {
      values.add(String.join(" ", arm.jvmArgs()));
    }
    return new Fact(name, values.stream().map(PrintableText::sentence).toList());
  }

  private static void add(List<Fact> facts, String name, String value) {
    facts.add(new Fact(PrintableText.name(name), List.of(PrintableText.sentence(value))));
  }
}
