package fanout.suite.report;

import static fanout.chart.BrowsedPage.WIDE;
import static org.assertj.core.api.Assertions.assertThat;

import fanout.chart.BrowsedPage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// What a reader does with the charts of a page.
@ExtendWith(BrowsedReport.Shared.class)
class ReportChoicesTest {
  private final BrowsedPage browser;

  ReportChoicesTest(BrowsedReport report) {
    this.browser = report.opened(WIDE);
  }

  @Test
  void hidesAStrategyInAllChartsAndShowsItAgain() {
    assertThat(browser.drawnTexts()).contains("FORK_JOIN");

    browser.click("[data-name=FORK_JOIN] button:last-child");
    assertThat(browser.drawnTexts()).doesNotContain("FORK_JOIN").contains("ASYNC");
    assertThat(browser.text("document.querySelector('[data-name=FORK_JOIN]').innerText"))
        .contains("show");
    assertThat(browser.text(attribute("[data-name=FORK_JOIN] button:last-child", "aria-label")))
        .isEqualTo("Show FORK_JOIN");
    browser.click("[data-name=FORK_JOIN] button:last-child");
    assertThat(browser.drawnTexts()).contains("FORK_JOIN");
    browser.requireQuiet();
  }

  @Test
  void focusesAStrategyInAllCharts() {
    browser.click("[data-name=ASYNC] button:first-child");
    assertThat(browser.number("faded()")).isPositive();
    assertThat(browser.text(attribute("[data-name=ASYNC] button", "aria-pressed")))
        .isEqualTo("true");

    browser.click("[data-name=ASYNC] button:first-child");
    assertThat(browser.number("faded()")).isZero();
    browser.requireQuiet();
  }

  @Test
  void hidingAllStrategiesLeavesEmptyChartsOnEitherAxis() {
    browser.run("document.querySelectorAll('.chip button:last-child').forEach(b => b.click())");

    for (int axis = 0; axis < 2; axis++) {
      browser.run("document.querySelectorAll('[data-do=scale]').forEach(b => b.click())");
      assertThat(browser.drawnTexts()).doesNotContain("ASYNC", "NaN", "Infinity");
    }
    browser.requireQuiet();
  }

  @Test
  void changesTheTheme() {
    browser.click("#theme");

    assertThat(browser.text("document.documentElement.dataset.theme")).isEqualTo("dark");
    assertThat(browser.text("document.querySelector('#theme').textContent"))
        .isEqualTo("Light theme");
    browser.requireQuiet();
  }

  @Test
  void changesTheAxisAndTheView() {
    var linear = sortedTexts();
    browser.click("#throughput [data-do=scale]");
    assertThat(sortedTexts()).isNotEqualTo(linear);
    assertThat(browser.text("document.querySelector('#throughput [data-do=scale]').textContent"))
        .isEqualTo("Linear axis");
    browser.click("#throughput [data-do=scale]");
    assertThat(sortedTexts()).isEqualTo(linear);

    browser.click("#throughput input[value=\"8 callers\"]");
    assertThat(sortedTexts()).isNotEqualTo(linear);
    browser.click("#throughput input[value=\"one caller\"]");
    assertThat(sortedTexts()).isEqualTo(linear);
    browser.requireQuiet();
  }

  @Test
  void zoomsInOutAndBack() {
    for (var chart : new String[] {"throughput", "latency", "scaling", "timeline", "resources"}) {
      var whole = browser.drawnTexts(chart);
      browser.click("#" + chart + " [data-do=in]");
      assertThat(browser.drawnTexts(chart)).as(chart).isNotEqualTo(whole);
      assertThat(browser.overlaps()).as(chart + " zoomed").isEmpty();
      browser.click("#" + chart + " [data-do=out]");
      browser.click("#" + chart + " [data-do=reset]");
      assertThat(browser.drawnTexts(chart)).as(chart).isEqualTo(whole);
    }
    browser.requireQuiet();
  }

  @Test
  void saysMoreWhereThePointerIs() {
    browser.run(
        """
        document.querySelector('#throughput').scrollIntoView();
        var hit = echarts.getInstanceByDom(document.querySelector('#throughput .canvas'));
        hit.getZr().handler.dispatch('mousemove', {zrX: 400, zrY: 45, zrDelta: 0,
          preventDefault: function () {}, stopPropagation: function () {}});
        """);

    assertThat(browser.drawnTexts("throughput")).contains("SEQUENTIAL").contains("95 % interval");
    browser.requireQuiet();
  }

  /// The order of what is drawn has no meaning.
  private List<String> sortedTexts() {
    return browser.drawnTexts("throughput").lines().sorted().toList();
  }

  private static String attribute(String selector, String name) {
    return "document.querySelector('%s').getAttribute('%s')".formatted(selector, name);
  }
}
