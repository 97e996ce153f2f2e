package fanout.suite.report;

import fanout.chart.PrintableText;
import fanout.vocabulary.Scenario;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Names of rows and lines: the strategy, with its concurrency where one strategy was measured with
/// several under the same conditions. Worker JVMs have more in flight among many callers than for
/// one, but nothing shows both together.
///
/// @param all what stands in one chart
record RowLabels(List<Scenario> all) {
  RowLabels(Collection<Scenario> all) {
    this(List.copyOf(all));
  }

  String label(Scenario scenario) {
    if (scenario.strategy() == null) {
      return scenario.bodies() == null
          ? PrintableText.name(scenario.benchmark().text())
          : PrintableText.name(scenario.bodies().text());
    }
    return PrintableText.name(scenario.strategy().text())
        + distinction(scenario, Scenario::threads, " threads")
        + distinction(scenario, Scenario::processes, " processes")
        + distinction(scenario, Scenario::inFlight, " in flight");
  }

  private String distinction(
      Scenario scenario, Function<Scenario, @Nullable Integer> field, String unit) {
    long values =
        all.stream()
            .filter(other -> other.withoutPools().equals(scenario.withoutPools()))
            .map(other -> String.valueOf(field.apply(other)))
            .distinct()
            .count();
    return values > 1 && field.apply(scenario) != null ? ", " + field.apply(scenario) + unit : "";
  }
}
