package fanout.suite.report;

import static org.assertj.core.api.Assertions.assertThat;

import fanout.chart.Chart;
import fanout.chart.Chart.LinePanel;
import fanout.chart.Chart.Panel;
import fanout.chart.Chart.PointPanel;
import fanout.chart.Chart.TimelinePanel;
import fanout.chart.ChartRenderer;
import fanout.chart.Svg;
import fanout.chart.Theme;
import fanout.suite.result.RunRecord;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;

class ChartSvgTest {
  private static final Theme THEME = Theme.FANOUT;
  private static ChartRenderer renderer;

  record Input(String name, RunRecord run) {
    @Override
    public String toString() {
      return name;
    }
  }

  @BeforeAll
  static void load() {
    renderer = new ChartRenderer();
  }

  @AfterAll
  static void close() {
    renderer.close();
  }

  static Stream<Input> inputs() {
    return Stream.of(
        new Input("ordinary", Runs.ordinary()),
        new Input("one row", Runs.oneRow()),
        new Input("without intervals", Runs.withoutIntervals()),
        new Input("few samples", Runs.fewSamples()),
        new Input("intervals below zero", Runs.belowZero()),
        new Input("hostile names", Runs.hostile()));
  }

  @ParameterizedTest
  @MethodSource("inputs")
  void everyPictureIsPlainSvgInsideItsCanvas(Input input) throws Exception {
    var charts = ChartSet.of(THEME, input.run());
    assertThat(charts).isNotEmpty();
    for (var chart : charts) {
      var light = renderer.draw(chart);
      requireHarmless(Svg.parse(light));
      requireHarmless(Svg.parse(THEME.darkened(light)));
    }
  }

  @Test
  void drawsAChartOfNothing() throws Exception {
    assertThat(ChartSet.of(THEME, Runs.empty())).isEmpty();
    var nothing = new PointCharts(THEME, Runs.empty()).throughput();

    var svg = Svg.parse(renderer.draw(nothing));

    requireHarmless(svg);
    assertThat(svg.texts()).contains("Nothing of this was measured.");
  }

  @Test
  void printsHostileNamesAsTheyAre() throws Exception {
    var light = renderer.draw(new PointCharts(THEME, Runs.hostile()).throughput());

    assertThat(Svg.parse(light).texts())
        .contains("</text><script>alert(1)</script>", "\"'&amp;&#x3c;]]>", "__proto__\u200b")
        .anyMatch(text -> text.startsWith("fill=\"#003876\" fill"));
    assertThat(Svg.parse(THEME.darkened(light)).texts()).isEqualTo(Svg.parse(light).texts());
  }

  @ParameterizedTest
  @MethodSource("inputs")
  void everyIntervalHoldsItsPoint(Input input) {
    ChartSet.of(THEME, input.run()).stream()
        .flatMap(chart -> chart.views().stream())
        .flatMap(view -> view.panels().stream())
        .forEach(ChartSvgTest::requireOrder);
  }

  @Test
  void drawsOnePointWithItsIntervalPerStrategyAndPanel() throws Exception {
    var svg = Svg.parse(renderer.draw(new PointCharts(THEME, Runs.ordinary()).throughput()));

    for (var strategy : strategiesOfTheRun()) {
      var colour = colourOf(strategy);
      var points =
          svg.elements("circle").stream()
              .filter(e -> colour.equals(e.getAttribute("stroke")))
              .toList();
      assertThat(points).as(strategy).hasSize(3);
      assertThat(points).allSatisfy(point -> requireInterval(svg, point, colour));
      assertThat(svg.texts()).containsOnlyOnce(strategy);
    }
  }

  @Test
  void programsInPythonAreDiamondsInNoStrategysColour() throws Exception {
    var svg = Svg.parse(renderer.draw(new PointCharts(THEME, Runs.ordinary()).coldStart()));

    assertThat(svg.elements("circle"))
        .filteredOn(e -> THEME.light().other().equals(e.getAttribute("stroke")))
        .isEmpty();
    // Four programs, two panels.
    assertThat(svg.elements("polygon"))
        .hasSize(8)
        .allSatisfy(e -> assertThat(e.getAttribute("stroke")).isEqualTo(THEME.light().other()));
    assertThat(svg.texts()).contains("PYTHON_PROCESS_POOL", "a second's pause after each fetch");
  }

  @Test
  void drawsOneLinePerStrategy() throws Exception {
    var svg = Svg.parse(renderer.draw(LatencyChart.of(THEME, Runs.ordinary())));

    for (var strategy : strategiesOfTheRun()) {
      assertThat(svg.elements("polyline"))
          .filteredOn(e -> colourOf(strategy).equals(e.getAttribute("stroke")))
          .filteredOn(e -> e.getAttribute("stroke-width").equals("2"))
          .hasSize(1);
    }
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
        .containsAll(strategiesOfTheRun())
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

  @Test
  void givesTheSameBytesAgainAndInEveryLocale() {
    var first = drawnResources();
    var before = Locale.getDefault();
    try {
      for (var locale : List.of("de-DE", "ar-EG", "hi-IN-u-nu-deva", "tr-TR")) {
        Locale.setDefault(Locale.forLanguageTag(locale));
        assertThat(drawnResources()).as(locale).isEqualTo(first);
      }
    } finally {
      Locale.setDefault(before);
    }
  }

  /// Seven, however many there are by now.
  private static List<String> strategiesOfTheRun() {
    var measurements = Runs.ordinary().measurements();
    return THEME.order().stream()
        .filter(name -> measurements.stream().anyMatch(m -> name.equals(m.scenario().strategy())))
        .toList();
  }

  private static String colourOf(String strategy) {
    return THEME.light().strategies().get(THEME.order().indexOf(strategy));
  }

  private static String drawnResources() {
    return renderer.draw(new PointCharts(THEME, Runs.ordinary()).resources());
  }

  /// All texts in turn: a sentence may go on in the next line.
  private static String printed(Chart chart) throws Exception {
    return String.join(" ", Svg.parse(renderer.draw(chart)).texts());
  }

  private static void requireHarmless(Svg svg) {
    assertThat(svg.attributes())
        .noneMatch(attribute -> attribute.matches("(?s).*(NaN|Infinity|undefined|null).*"))
        .noneMatch(attribute -> attribute.matches("(?i)(on.*|.*href|src)=.*"))
        .noneMatch(attribute -> attribute.contains("url("));
    assertThat(svg.texts()).noneMatch(text -> text.matches("(NaN|Infinity|undefined).*"));
    assertThat(svg.elements("script")).isEmpty();
    assertThat(svg.elements("text")).isNotEmpty();
    assertThat(svg.spots())
        .allSatisfy(spot -> {
          assertThat(spot.x()).isBetween(0.0, svg.width());
          assertThat(spot.y()).isBetween(0.0, svg.height());
        });
  }

  private static void requireInterval(Svg svg, Element point, String colour) {
    double x = Svg.number(point, "cx");
    double y = Svg.number(point, "cy");
    assertThat(svg.elements("path"))
        .filteredOn(e -> colour.equals(e.getAttribute("stroke")))
        .extracting(e -> Svg.numbers(e.getAttribute("d")))
        .anyMatch(d ->
            Math.abs(d.get(1) - y) < 1.5
                && d.get(1).equals(d.get(3))
                && d.get(0) <= x + 0.5
                && d.get(2) >= x - 0.5);
  }

  private static void requireOrder(Panel panel) {
    switch (panel) {
      case PointPanel points ->
          assertThat(points.rows())
              .allSatisfy(ChartSvgTest::requireOrder);
      case LinePanel lines ->
          assertThat(lines.lines())
              .flatExtracting(Chart.Line::points)
              .allSatisfy(p -> requireOrder(p.low(), p.y(), p.high()));
      case TimelinePanel timeline ->
          assertThat(timeline.groups())
              .flatExtracting(Chart.Block::bars)
              .allSatisfy(ChartSvgTest::requireOrder);
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
