package fanout.suite.report;

import fanout.chart.Numbers;
import fanout.chart.Page.Fact;
import fanout.chart.PrintableText;
import fanout.suite.result.Environment;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What `environment.json` says, for people.
final class EnvironmentFacts {
  private EnvironmentFacts() {}

  static List<Fact> of(Environment e) {
    var f = e.fingerprint();
    var m = e.machineState();
    var facts = new ArrayList<Fact>();
    add(facts, "Run", e.run().id());
    add(facts, "Preset", e.run().preset());
    add(facts, "Started", e.run().startedAt().toString());
    add(facts, "Finished", e.run().finishedAt().toString());
    add(facts, "Rounds", e.rounds().finished() + " of " + e.rounds().planned());
    add(facts, "Seed", Long.toString(e.rounds().seed()));
    add(facts, "Commit", e.commit());
    add(facts, "Processor", f.hardware().cpu());
    add(facts, "Cores", Integer.toString(f.hardware().cores()));
    add(facts, "Memory", Numbers.text(f.hardware().memoryBytes()) + " bytes");
    add(facts, "Operating system", f.hardware().os());
    add(facts, "JDK", f.jdk());
    addAll(facts, "JVM flags", f.jvmFlags());
    add(facts, "JMH", f.jmh());
    addAll(facts, "Lengths", f.lengths());
    add(facts, "Stub", f.stub());
    add(facts, "Payloads", f.payloads().text());
    add(facts, "Load before", number(m.loadBefore(), ""));
    add(facts, "Load after", number(m.loadAfter(), ""));
    add(facts, "Steal", number(m.stealPercent(), " % of all processor time"));
    add(facts, "Other programs", number(m.foreignCpuPercent(), " % of all processor time"));
    addAll(facts, "Not for quoting", e.notQuotable());
    addAll(facts, "Skipped", e.skipped());
    return facts;
  }

  private static String number(@Nullable Double value, String unit) {
    return value == null ? "not told by this system" : Numbers.text(value) + unit;
  }

  private static void add(List<Fact> facts, String name, @Nullable String value) {
    if (value != null) {
      addAll(facts, name, List.of(value));
    }
  }

  private static void addAll(List<Fact> facts, String name, List<String> values) {
    if (!values.isEmpty()) {
      facts.add(new Fact(name, values.stream().map(PrintableText::sentence).toList()));
    }
  }
}
