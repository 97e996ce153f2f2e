package fanout.suite.report;

import static fanout.chart.BrowsedPage.NARROW;
import static fanout.chart.BrowsedPage.WIDE;
import static org.assertj.core.api.Assertions.assertThat;

import fanout.chart.BrowsedPage;
import fanout.os.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What the pages show in a real browser.
@ExtendWith(BrowsedReport.Shared.class)
class ReportPageTest {
  private final BrowsedReport report;
  private final BrowsedPage browser;

  ReportPageTest(BrowsedReport report) {
    this.report = report;
    this.browser = report.opened(WIDE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"light", "dark"})
  void drawsWithoutAnyRequestOrComplaintInTheSystemsTheme(String theme) {
    browser.preferTheme(theme);
    browser.open(report.file(), WIDE);

    browser.requireQuiet();
    assertThat(browser.text("document.documentElement.dataset.theme")).isEqualTo(theme);
    assertThat(browser.text("getComputedStyle(document.body).backgroundColor"))
        .isEqualTo(theme.equals("dark") ? "rgb(13, 17, 23)" : "rgb(255, 255, 255)");
    assertThat(browser.number("document.querySelectorAll('.canvas canvas').length")).isEqualTo(7);
    // Charts and table should be there within a second. A busy machine may need longer, so this
    // only finds a page that does not get there.
    assertThat(browser.number("Number(document.documentElement.dataset.drawnMs)"))
        .isBetween(1, 10_000);
  }

  @ParameterizedTest
  @CsvSource({"light, 1200", "dark, 1200", "light, 400"})
  void noTextOverlapsAnotherInAnyView(String theme, int width) {
    browser.preferTheme(theme);
    browser.open(report.file(), width);

    assertThat(browser.overlaps()).isEmpty();
    int choices = browser.number("document.querySelectorAll('input[data-parameter]').length");
    assertThat(choices).isGreaterThan(5);
    for (int i = 0; i < choices; i++) {
      browser.run("document.querySelectorAll('input[data-parameter]')[%s].click()".formatted(i));
      assertThat(browser.overlaps()).as("choice " + i).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {WIDE, NARROW})
  void nothingIsWiderThanTheWindow(int width) {
    browser.open(report.file(), width);

    assertThat(browser.number("document.documentElement.scrollWidth")).isLessThanOrEqualTo(width);
  }

  @Test
  void noTextOverlapsAnotherInThePictures() throws IOException {
    try (var pictures = Files.list(report.folder().resolve(Report.CHARTS))) {
      for (var picture : pictures.toList()) {
        browser.openPicture(picture);

        assertThat(browser.overlaps()).as(picture.toString()).isEmpty();
      }
    }
  }

  @Test
  void labelsStayWithTheirLinesInAnyWindow() {
    assertThat(browser.number("polylines('latency', true).length")).isEqualTo(7);

    for (var chart : new String[] {"latency", "scaling"}) {
      for (int start = 0; start <= 70; start += 35) {
        browser.zoom(chart, start, start + 30);
        assertThat(browser.text("looseLabels('" + chart + "')"))
            .as(chart + " from " + start)
            .isEmpty();
        assertThat(browser.overlaps()).as(chart + " from " + start).isEmpty();
      }
    }
    // The fewest batches, so the line that ends first.
    assertThat(browser.drawnTexts("latency")).doesNotContain("SEQUENTIAL").contains("ASYNC");
    browser.requireQuiet();
  }

  @Test
  void aRunTooShortForLinesStillShowsItsNumbers(@TempDir Path output) throws IOException {
    browser.open(Report.write(output, Runs.fewSamples()), NARROW);

    assertThat(browser.drawnTexts("latency")).contains("Too few samples for a line");
    assertThat(browser.overlaps()).isEmpty();
    assertThat(browser.number("document.querySelectorAll('#latency .numbers tr').length"))
        .isEqualTo(8);
    browser.click("#latency [data-do=in]");
    browser.click("#latency [data-do=scale]");
    browser.requireQuiet();
  }

  @Test
  void hostileNamesAreOnlyText(@TempDir Path hostile) throws IOException {
    browser.open(AtomicFile.write(hostile.resolve(Report.PAGE), Report.html(Runs.hostile())), WIDE);

    browser.requireQuiet();
    assertThat(browser.text("document.querySelector('#strategies').innerText"))
        .contains("</text><script>alert(1)</script>")
        .contains("__proto__");
    browser.click("[data-name=__proto__] button:last-child");
    browser.requireQuiet();
  }

  @Test
  void showsTwoRunsSideBySide(@TempDir Path output) throws IOException {
    browser.open(ComparisonReport.write(Runs.FOLDER, Runs.LATER_FOLDER, output), WIDE);

    browser.requireQuiet();
    assertThat(browser.overlaps()).isEmpty();
    assertThat(browser.text("document.querySelector('.warning').innerText"))
        .contains("The runs differ in cpu: A has AMD EPYC 7B13, B has AMD EPYC 9B14.");
  }
}
