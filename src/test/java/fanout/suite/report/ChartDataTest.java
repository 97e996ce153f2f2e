package fanout.suite.report;

import static org.assertj.core.api.Assertions.assertThat;

import fanout.chart.Chart;
import fanout.chart.Chart.LinePanel;
import fanout.chart.Chart.Panel;
import fanout.chart.Chart.PointPanel;
import fanout.chart.Chart.TimelinePanel;
import fanout.chart.Theme;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ChartDataTest {
  @ParameterizedTest
  @EnumSource
  void everyIntervalHoldsItsPoint(ChartedRun input) {
    ChartSet.of(Theme.FANOUT, input.run()).stream()
        .flatMap(chart -> chart.views().stream())
        .flatMap(view -> view.panels().stream())
        .forEach(ChartDataTest::requireOrder);
  }

  private static void requireOrder(Panel panel) {
    switch (panel) {
      case PointPanel points -> assertThat(points.rows()).allSatisfy(ChartDataTest::requireOrder);
      case LinePanel lines ->
          assertThat(lines.lines())
              .flatExtracting(Chart.Line::points)
              .allSatisfy(p -> requireOrder(p.low(), p.y(), p.high()));
      case TimelinePanel timeline ->
          assertThat(timeline.groups())
              .flatExtracting(Chart.Block::bars)
              .allSatisfy(ChartDataTest::requireOrder);
    }
  }

  private static void requireOrder(Chart.PointRow row) {
    if (row.span() != null) {
      assertThat(List.of(row.span().low(), row.score(), row.span().high())).isSorted();
    }
  }

  private static void requireOrder(Chart.Bar bar) {
    assertThat(List.of(bar.started(), bar.received(), bar.finished())).isSorted();
  }

  private static void requireOrder(@Nullable Double low, double middle, @Nullable Double high) {
    assertThat(low == null).isEqualTo(high == null);
    if (low != null && high != null) {
      assertThat(List.of(low, middle, high)).isSorted();
    }
  }
}
