package fanout.suite.report;

import static org.assertj.core.api.Assertions.assertThat;

import fanout.chart.ChartRenderer;
import fanout.chart.Svg;
import fanout.chart.Theme;
import fanout.vocabulary.Name;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Element;

class ChartSvgTest {
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

  @ParameterizedTest
  @EnumSource
  void everyPictureIsPlainSvgInsideItsCanvas(ChartedRun input) throws Exception {
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
        .filter(name ->
            measurements.stream().anyMatch(m -> name.equals(Name.textOf(m.scenario().strategy()))))
        .toList();
  }

  private static String colourOf(String strategy) {
    return THEME.light().strategies().get(THEME.order().indexOf(strategy));
  }

  private static String drawnResources() {
    return renderer.draw(new PointCharts(THEME, Runs.ordinary()).resources());
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
}
