package fanout.suite.report;

import static org.assertj.core.api.Assertions.assertThat;

import fanout.chart.Chart;
import fanout.chart.ChartRenderer;
import fanout.chart.Svg;
import fanout.chart.Theme;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What charts print.
class ChartTextTest {
  private static final Theme THEME = Theme.FANOUT;
  private static ChartRenderer renderer;

  @BeforeAll
  static void load() {
    renderer = new ChartRenderer();
  }

  @AfterAll
  static void close() {
    renderer.close();
  }

  @Test
  void printsHostileNamesAsTheyAre() throws Exception {
    var light = renderer.draw(new PointCharts(THEME, Runs.hostile()).throughput());

    assertThat(Svg.parse(light).texts())
        .contains("</text><script>alert(1)</script>", "\"'&amp;&#x3c;]]>", "__proto__\u200b")
        .anyMatch(text -> text.startsWith("fill=\"#003876\" fill"));
    assertThat(Svg.parse(THEME.darkened(light)).texts()).isEqualTo(Svg.parse(light).texts());
  }

  @Test
  void printsWhatAllOfItWasMeasuredUnder() throws Exception {
    var run = Runs.ordinary();
    var points = new PointCharts(THEME, run);

    assertThat(printed(points.resources()))
        .contains("Shown: 20 ms delay, the six endpoints, one caller.");
    assertThat(printed(points.throughput())).contains("Shown: the six endpoints, one caller.");
    assertThat(printed(ScalingChart.of(THEME, run)))
        .contains("Shown: 100 ms delay, USERS only, one caller.");
    assertThat(ComparisonCharts.of(THEME, Comparison.of(run, run)))
        .hasSize(2)
        .allSatisfy(
            chart -> assertThat(printed(chart)).contains("Shown: the six endpoints, one caller."));
  }

  @Test
  void saysWhyThereIsNoLineAndPrintsTheTable() throws Exception {
    var svg = Svg.parse(renderer.draw(LatencyChart.of(THEME, Runs.fewSamples())));

    assertThat(svg.elements("polyline")).isEmpty();
    assertThat(svg.texts())
        .contains("Too few samples for a line: fewer than ten lie beyond each percentile.", "p99.9")
        .containsAll(THEME.order().subList(0, 7))
        .doesNotContain("Nothing of this was measured.");
  }

  @Test
  void anIntervalThatReachesZeroLeavesALogAxisLogarithmic() throws Exception {
    var run = Runs.belowZero();

    for (var chart : List.of(ScalingChart.of(THEME, run), new PointCharts(THEME, run).ratio())) {
      var texts = Svg.parse(renderer.draw(chart)).texts();

      assertThat(texts).as(chart.name()).contains("SEQUENTIAL");
      assertThat(texts).as("%s: a linear axis begins at 0", chart.name()).doesNotContain("0");
    }
  }

  /// All texts in turn: a sentence may go on in the next line.
  private static String printed(Chart chart) throws Exception {
    return String.join(" ", Svg.parse(renderer.draw(chart)).texts());
  }
}
