package fanout.suite.report;

import static fanout.chart.BrowsedPage.WIDE;
import static org.assertj.core.api.Assertions.assertThat;

import fanout.chart.BrowsedPage;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The table of a page and the files that it keeps.
@ExtendWith(BrowsedReport.Shared.class)
class ReportTableTest {
  private static final String ROWS = "document.querySelectorAll('#table tbody tr').length";

  private final BrowsedReport report;
  private final BrowsedPage browser;

  ReportTableTest(BrowsedReport report) {
    this.report = report;
    this.browser = report.opened(WIDE);
  }

  @Test
  void filtersSortsAndCopies() throws IOException {
    browser.run(
        "navigator.clipboard.writeText = t => { window.copied = t; return Promise.resolve(); }");
    filter("sixendpoints ASYNC time_p99_9");
    int expected = expectedRows();
    assertThat(expected).isPositive();
    assertThat(browser.number(ROWS)).isEqualTo(expected);

    browser.click("#table th:nth-child(%s) button".formatted(browser.number(columnOf("score"))));
    assertThat(isSorted()).isTrue();
    assertThat(browser.text("document.querySelector('[aria-sort]').getAttribute('aria-sort')"))
        .isEqualTo("ascending");
    browser.click("#copy");
    assertThat(browser.text("window.copied").lines()).hasSize(expected + 1);
    assertThat(browser.text("window.copied"))
        .startsWith("benchmark,strategy,delay,")
        .contains(",ASYNC,");
    browser.requireQuiet();
  }

  @Test
  void showsAllRowsOnRequest() {
    assertThat(browser.number(ROWS)).isEqualTo(60);

    browser.click("#more");

    assertThat(browser.number(ROWS)).isEqualTo(Runs.ordinary().measurements().size());
    browser.requireQuiet();
  }

  @Test
  void givesTheFilesBackAsTheyWere() throws IOException {
    for (var name : new String[] {"results.csv", "percentiles.csv", "environment.json"}) {
      browser.run(
          """
          window.saved = new Promise(done => {
            URL.createObjectURL = blob => {
              window.type = blob.type;
              blob.text().then(done);
              return 'blob:kept';
            };
            HTMLAnchorElement.prototype.click = function () {};
          });
          document.querySelector('[data-file="%s"]').click();
          """
              .formatted(name));
      assertThat(browser.text("window.saved"))
          .isEqualTo(Files.readString(report.folder().resolve(name)));
      assertThat(browser.text("window.type"))
          .isEqualTo(name.endsWith(".json") ? "application/json" : "text/csv");
    }
    browser.requireQuiet();
  }

  private void filter(String words) {
    browser.run(
        """
        var filter = document.querySelector('#filter');
        filter.value = '%s';
        filter.dispatchEvent(new Event('input'));
        """
            .formatted(words));
  }

  private int expectedRows() throws IOException {
    try (var lines = Files.lines(report.folder().resolve("results.csv"))) {
      return (int)
          lines
              .filter(l -> l.contains("Six") && l.contains(",ASYNC,") && l.contains("p99_9,"))
              .count();
    }
  }

  private static String columnOf(String name) {
    return "1 + [...document.querySelectorAll('#table th')].findIndex(h => h.textContent === '%s')"
        .formatted(name);
  }

  private boolean isSorted() {
    return browser.isTrue(
        """
        (function () {
          var column = %s, last = -Infinity;
          return [...document.querySelectorAll('#table tbody tr')].every(row => {
            var value = Number(row.children[column - 1].innerText.replace(/,/g, ''));
            var rising = value >= last;
            last = value;
            return rising;
          });
        })()
        """
            .formatted(columnOf("score")));
  }
}
