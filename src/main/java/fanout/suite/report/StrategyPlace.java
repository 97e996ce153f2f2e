package fanout.suite.report;

import fanout.chart.Theme;
import fanout.vocabulary.Scenario;
import fanout.vocabulary.StrategyName;
import org.jspecify.annotations.Nullable;

/// Where a strategy stands in lists and charts: the known ones in the theme's order, then others.
final class StrategyPlace {
  private StrategyPlace() {}

  static int of(Theme theme, Scenario scenario) {
    return of(theme, scenario.strategy());
  }

  static int of(Theme theme, @Nullable StrategyName strategy) {
    return theme.place(strategy == null ? "" : strategy.text());
  }
}
