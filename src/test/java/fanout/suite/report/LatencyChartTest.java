package fanout.suite.report;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import fanout.chart.Theme;
import java.util.List;
import org.junit.jupiter.api.Test;

class LatencyChartTest {
  @Test
  void theTableHasWhatTheLineIsDrawnFrom() {
    var chart = LatencyChart.of(Theme.FANOUT, Runs.ordinary());
    var table = requireNonNull(chart.views().get(chart.first()).table());

    assertThat(table.columns())
        .containsExactly("ms per batch", "p50", "p90", "p99", "p99.9", "max", "samples");
    assertThat(table.rows())
        .contains(List.of("ASYNC", "23.2", "24.2", "26.5", "–", "34.9", "2,024"));
    assertThat(chart.texts().finePrint().getFirst())
        .endsWith("– in the table: fewer than ten samples lie beyond.");
  }
}
