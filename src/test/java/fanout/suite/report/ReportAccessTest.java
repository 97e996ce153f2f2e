package fanout.suite.report;

import static fanout.chart.BrowsedPage.NARROW;
import static fanout.chart.BrowsedPage.WIDE;
import static org.assertj.core.api.Assertions.assertThat;

import fanout.chart.BrowsedPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A page for those who use no pointer, who hear it, and who print it.
@ExtendWith(BrowsedReport.Shared.class)
class ReportAccessTest {
  private final BrowsedReport report;
  private final BrowsedPage browser;

  ReportAccessTest(BrowsedReport report) {
    this.report = report;
    this.browser = report.opened(WIDE);
  }

  @Test
  void goesAllTheWayByKeyboard() {
    var reached = new StringBuilder();
    for (int i = 0; i < 45; i++) {
      browser.press("Tab", 9);
      reached
          .append(browser.text("document.activeElement.outerHTML.substring(0, 120)"))
          .append('\n');
    }
    assertThat(reached)
        .contains("#charts")
        .contains("#latency")
        .contains("Hide SEQUENTIAL")
        .contains("id=\"theme\"")
        .contains("data-parameter=\"Callers\"")
        .contains("data-do=\"scale\"")
        .contains("<summary>");
  }

  @Test
  void choosesByArrowKeys() {
    browser.run("document.querySelector('#throughput input[value=\"one caller\"]').focus()");
    browser.press("ArrowRight", 39);

    assertThat(
            browser.text(
                "document.querySelector('#throughput input[data-parameter=Callers]:checked').value"))
        .isEqualTo("8 callers");
  }

  @ParameterizedTest
  @ValueSource(ints = {WIDE, NARROW})
  void aLinkLeadsToATitleBelowTheBar(int width) {
    browser.open(report.file(), width);
    browser.click("nav a[href=\"#latency\"]");

    assertThat(browser.number(edge("#latency-title", "top"))).isBetween(0, 800);
    assertThat(browser.number(edge("#latency-title", "top")))
        .isGreaterThanOrEqualTo(browser.number(edge("#bar", "bottom")));
  }

  @Test
  void namesEveryChartForThoseWhoHearIt() {
    assertThat(
            browser.text(
                "document.querySelector('#throughput .canvas').getAttribute('aria-label')"))
        .contains("20 ms delay: SEQUENTIAL 7.46")
        .contains("VIRTUAL_THREADS");
    assertThat(browser.number("document.querySelectorAll('button:not([aria-label]):empty').length"))
        .isZero();
    assertThat(browser.number("document.querySelectorAll('.numbers table tr').length"))
        .isEqualTo(8);
    assertThat(browser.number("document.querySelectorAll('.numbers th[scope=row]').length"))
        .isEqualTo(7);
    assertThat(browser.text("document.querySelector('.numbers table').getAttribute('aria-label')"))
        .startsWith("Latency");
  }

  @Test
  void saysWhatAChartShowsAlsoOnPaper() {
    assertThat(browser.text("document.querySelector('#resources .shown').textContent"))
        .isEqualTo("Shown: 20 ms delay, the six endpoints, one caller.");

    browser.click("#throughput input[value=\"8 callers\"]");
    assertThat(browser.text("document.querySelector('#throughput .shown').textContent"))
        .isEqualTo("Shown: the six endpoints, 8 callers.");

    browser.emulateMedium("print");
    assertThat(display("#throughput .shown")).isEqualTo("block");
    assertThat(display("#throughput .tools")).isEqualTo("none");
    browser.emulateMedium("");
  }

  @Test
  void printsAllInLightAndGoesOnAsBefore() {
    browser.preferTheme("dark");
    browser.open(report.file(), WIDE);
    browser.run(
        """
        function state() {
          return document.documentElement.dataset.theme
              + ', rows: ' + document.querySelectorAll('#table tbody tr').length
              + ', unfolded: ' + document.querySelectorAll('details[open]').length;
        }
        document.querySelector('#latency details').open = true;
        addEventListener('beforeprint', () => { window.printed = state(); });
        """);
    assertThat(browser.text("state()")).isEqualTo("dark, rows: 60, unfolded: 1");

    var pdf = browser.print();

    assertThat(pdf.get("data").asString()).hasSizeGreaterThan(50_000);
    assertThat(browser.text("window.printed"))
        .isEqualTo("light, rows: %s, unfolded: 7", Runs.ordinary().measurements().size());
    assertThat(browser.text("state()")).isEqualTo("dark, rows: 60, unfolded: 1");
    browser.requireQuiet();
  }

  private static String edge(String selector, String side) {
    return "Math.round(document.querySelector('%s').getBoundingClientRect().%s)"
        .formatted(selector, side);
  }

  private String display(String selector) {
    return browser.text(
        "getComputedStyle(document.querySelector('%s')).display".formatted(selector));
  }
}
