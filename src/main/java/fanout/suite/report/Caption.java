package fanout.suite.report;

import fanout.chart.Numbers;
import fanout.chart.PrintableText;
import fanout.suite.result.Environment;
import java.util.ArrayList;
import java.util.List;

/// The conditions of a run, as they stand below each chart: from the result, never from the clock.
record Caption(Environment environment) {

  /// For a chart of means with intervals.
  ///
  /// @param first what is particular to the chart, ending in a space; or empty
  List<String> intervals(String first) {
    return with(
        first
            + "Points are means over forks, one fork per round; lines are 95 % t intervals over"
            + " them, faint dots the forks.");
  }

  /// For a chart of ratios.
  List<String> ratios() {
    return with(
        "Points are geometric means of the ratios of all rounds, one fork per round and strategy;"
            + " lines are 95 % t intervals of their logarithms.");
  }

  /// For any chart: `first`, then the run and the machine.
  List<String> with(String first) {
    var sentences = new ArrayList<String>();
    sentences.add(first);
    sentences.add(run() + " " + machine());
    if (!environment.notQuotable().isEmpty()) {
      sentences.add(
          "Not for quoting: " + PrintableText.sentence(environment.notQuotable().getFirst()));
    }
    return sentences;
  }

  /// `Run 2026-…: standard, 5 rounds, commit 1234567.`
  String run() {
    return "Run %s: preset %s, %s of %s rounds, seed %s%s."
        .formatted(
            PrintableText.name(environment.run().id()),
            PrintableText.name(environment.run().preset()),
            environment.rounds().finished(),
            environment.rounds().planned(),
            environment.rounds().seed(),
            environment.commit() == null
                ? ""
                : ", commit " + shortened(PrintableText.name(environment.commit())));
  }

  /// `2 cores of an AMD EPYC with Temurin 25.0.3`, to end a sentence.
  String place() {
    var f = environment.fingerprint();
    return "%s %s of %s with %s"
        .formatted(
            f.hardware().cores(),
            f.hardware().cores() == 1 ? "core" : "cores",
            PrintableText.name(f.hardware().cpu()),
            PrintableText.name(f.jdk()));
  }

  /// `AMD EPYC, 2 cores, 8 GiB; Linux 6.1; Temurin 25.0.3; JMH 1.37.`
  String machine() {
    var f = environment.fingerprint();
    return "%s, %s %s, %s; %s; %s; JMH %s."
        .formatted(
            PrintableText.name(f.hardware().cpu()),
            f.hardware().cores(),
            f.hardware().cores() == 1 ? "core" : "cores",
            Numbers.gibibytes(f.hardware().memoryBytes()),
            PrintableText.name(f.hardware().os()),
            PrintableText.name(f.jdk()),
            PrintableText.name(f.jmh()));
  }

  /// A commit's first ten digits, with the suffix that says whether it was changed.
  private static String shortened(String commit) {
    return commit.replaceFirst("^([0-9a-f]{10})[0-9a-f]+", "$1");
  }
}
