package fanout.suite.report;

import static org.assertj.core.api.Assertions.assertThat;

import fanout.chart.Chromium;
import fanout.chart.Overlaps;
import fanout.os.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Opens the pages from disk in a real browser.
class ReportPageTest {
  private static final int WIDE = 1200;
  private static final int NARROW = 420;
  private static final int HEIGHT = 900;

  @TempDir static Path folder;
  private static Path page;
  private static Chromium browser;

  @BeforeAll
  static void open() throws IOException {
    var program = Chromium.required();
    page = Report.write(Runs.copiedTo(folder));
    browser = new Chromium(program);
  }

  @AfterAll
  static void close() {
    if (browser != null) {
      browser.close();
    }
  }

  @BeforeEach
  void reset() {
    browser.preferTheme("light");
  }

  @ParameterizedTest
  @ValueSource(strings = {"light", "dark"})
  void drawsWithoutAnyRequestOrComplaintInTheSystemsTheme(String theme) {
    browser.preferTheme(theme);
    browser.open(page, WIDE, HEIGHT);

    requireQuiet(page);
    assertThat(text("document.documentElement.dataset.theme")).isEqualTo(theme);
    assertThat(text("getComputedStyle(document.body).backgroundColor"))
        .isEqualTo(theme.equals("dark") ? "rgb(13, 17, 23)" : "rgb(255, 255, 255)");
    assertThat(number("document.querySelectorAll('.canvas canvas').length")).isEqualTo(7);
    // Charts and table should be there within a second. A busy machine may need longer, so this
    // only finds a page that does not get there.
    assertThat(number("Number(document.documentElement.dataset.drawnMs)")).isBetween(1, 10_000);
  }

  @ParameterizedTest
  @CsvSource({"light, 1200", "dark, 1200", "light, 420"})
  void noTextOverlapsAnotherInAnyView(String theme, int width) {
    browser.preferTheme(theme);
    browser.open(page, width, HEIGHT);
    browser.evaluate(Overlaps.IN_CANVAS);

    assertThat(text("overlaps()")).isEmpty();
    int choices = number("document.querySelectorAll('input[data-parameter]').length");
    assertThat(choices).isGreaterThan(5);
    for (int i = 0; i < choices; i++) {
      browser.evaluate(
          "document.querySelectorAll('input[data-parameter]')[%s].click()".formatted(i));
      assertThat(text("overlaps()")).as("choice " + i).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {WIDE, NARROW})
  void nothingIsWiderThanTheWindow(int width) {
    browser.open(page, width, HEIGHT);

    assertThat(number("document.documentElement.scrollWidth")).isLessThanOrEqualTo(width);
  }

  @Test
  void noTextOverlapsAnotherInThePictures() throws IOException {
    try (var pictures = Files.list(folder.resolve(Report.CHARTS))) {
      for (var picture : pictures.toList()) {
        browser.open(picture, WIDE, HEIGHT);
        browser.evaluate(Overlaps.IN_SVG);

        assertThat(text("overlaps()")).as(picture.toString()).isEmpty();
      }
    }
  }

  @Test
  void hidesAndFocusesAStrategyInAllCharts() {
    browser.open(page, WIDE, HEIGHT);
    browser.evaluate(Overlaps.IN_CANVAS);
    assertThat(text("drawnTexts()")).contains("FORK_JOIN");

    click("[data-name=FORK_JOIN] button:last-child");
    assertThat(text("drawnTexts()")).doesNotContain("FORK_JOIN").contains("ASYNC");
    assertThat(text("document.querySelector('[data-name=FORK_JOIN]').innerText")).contains("show");
    click("[data-name=FORK_JOIN] button:last-child");
    assertThat(text("drawnTexts()")).contains("FORK_JOIN");

    click("[data-name=ASYNC] button:first-child");
    assertThat(number("faded()")).isPositive();
    assertThat(
            text("document.querySelector('[data-name=ASYNC] button').getAttribute('aria-pressed')"))
        .isEqualTo("true");
    click("[data-name=ASYNC] button:first-child");
    assertThat(number("faded()")).isZero();
    requireQuiet(page);
  }

  @Test
  void hidingAllStrategiesLeavesEmptyChartsOnEitherAxis() {
    browser.open(page, WIDE, HEIGHT);
    browser.evaluate(Overlaps.IN_CANVAS);
    browser.evaluate(
        "document.querySelectorAll('.chip button:last-child').forEach(b => b.click())");

    for (int axis = 0; axis < 2; axis++) {
      browser.evaluate("document.querySelectorAll('[data-do=scale]').forEach(b => b.click())");
      assertThat(text("drawnTexts()")).doesNotContain("ASYNC", "NaN", "Infinity");
    }
    requireQuiet(page);
  }

  @Test
  void changesThemeAxisViewAndZoom() {
    browser.open(page, WIDE, HEIGHT);
    browser.evaluate(Overlaps.IN_CANVAS);

    click("#theme");
    assertThat(text("document.documentElement.dataset.theme")).isEqualTo("dark");
    assertThat(text("document.querySelector('#theme').textContent")).isEqualTo("Light theme");

    var linear = text("drawnTexts('throughput')");
    click("#throughput [data-do=scale]");
    assertThat(text("drawnTexts('throughput')")).isNotEqualTo(linear);
    assertThat(text("document.querySelector('#throughput [data-do=scale]').textContent"))
        .isEqualTo("Linear axis");
    click("#throughput [data-do=scale]");
    assertThat(text("drawnTexts('throughput')")).isEqualTo(linear);

    browser.evaluate("document.querySelector('#throughput input[value=\"8 callers\"]').focus()");
    click("#throughput input[value=\"8 callers\"]");
    assertThat(text("drawnTexts('throughput')")).isNotEqualTo(linear);
    click("#throughput input[value=\"one caller\"]");

    for (var chart : new String[] {"throughput", "latency", "scaling", "timeline", "resources"}) {
      var whole = text("drawnTexts('" + chart + "')");
      click("#" + chart + " [data-do=in]");
      assertThat(text("drawnTexts('" + chart + "')")).as(chart).isNotEqualTo(whole);
      assertThat(text("overlaps()")).as(chart + " zoomed").isEmpty();
      click("#" + chart + " [data-do=out]");
      click("#" + chart + " [data-do=reset]");
      assertThat(text("drawnTexts('" + chart + "')")).as(chart).isEqualTo(whole);
    }
    requireQuiet(page);
  }

  @Test
  void labelsStayWithTheirLinesInAnyWindow() {
    browser.open(page, WIDE, HEIGHT);
    browser.evaluate(Overlaps.IN_CANVAS);
    assertThat(number("polylines('latency', true).length")).isEqualTo(7);

    for (var chart : new String[] {"latency", "scaling"}) {
      for (int start = 0; start <= 70; start += 35) {
        zoom(chart, start, start + 30);
        assertThat(text("looseLabels('" + chart + "')")).as(chart + " from " + start).isEmpty();
        assertThat(text("overlaps()")).as(chart + " from " + start).isEmpty();
      }
    }
    // The fewest batches, so the line that ends first.
    assertThat(text("drawnTexts('latency')")).doesNotContain("SEQUENTIAL").contains("ASYNC");
    requireQuiet(page);
  }

  @Test
  void tellsWhatAChartShowsAlsoOnPaper() {
    browser.open(page, WIDE, HEIGHT);
    assertThat(text("document.querySelector('#resources .shown').textContent"))
        .isEqualTo("Shown: 20 ms delay, the six endpoints, one caller.");

    click("#throughput input[value=\"8 callers\"]");
    assertThat(text("document.querySelector('#throughput .shown').textContent"))
        .isEqualTo("Shown: the six endpoints, 8 callers.");

    browser.send("Emulation.setEmulatedMedia", Map.of("media", "print"));
    assertThat(display("#throughput .shown")).isEqualTo("block");
    assertThat(display("#throughput .tools")).isEqualTo("none");
    browser.send("Emulation.setEmulatedMedia", Map.of("media", ""));
  }

  @Test
  void aRunTooShortForLinesStillShowsItsNumbers(@TempDir Path output) throws IOException {
    var opened = Report.write(output, Runs.fewSamples());
    browser.open(opened, NARROW, HEIGHT);
    browser.evaluate(Overlaps.IN_CANVAS);

    assertThat(text("drawnTexts('latency')")).contains("Too few samples for a line");
    assertThat(text("overlaps()")).isEmpty();
    assertThat(number("document.querySelectorAll('#latency .numbers tr').length")).isEqualTo(8);
    click("#latency [data-do=in]");
    click("#latency [data-do=scale]");
    requireQuiet(opened);
  }

  @Test
  void tellsMoreWhereThePointerIs() {
    browser.open(page, WIDE, HEIGHT);
    browser.evaluate(Overlaps.IN_CANVAS);
    browser.evaluate(
        """
        document.querySelector('#throughput').scrollIntoView();
        var hit = echarts.getInstanceByDom(document.querySelector('#throughput .canvas'));
        hit.getZr().handler.dispatch('mousemove', {zrX: 400, zrY: 45, zrDelta: 0,
          preventDefault: function () {}, stopPropagation: function () {}});
        """);

    assertThat(text("drawnTexts('throughput')")).contains("SEQUENTIAL").contains("95 % interval");
    requireQuiet(page);
  }

  @Test
  void filtersSortsAndCopiesTheTable() throws IOException {
    browser.open(page, WIDE, HEIGHT);
    browser.evaluate(
        "navigator.clipboard.writeText = t => { window.copied = t; return Promise.resolve(); }");
    browser.evaluate(
        """
        var filter = document.querySelector('#filter');
        filter.value = 'sixendpoints ASYNC time_p99_9';
        filter.dispatchEvent(new Event('input'));
        """);
    long expected;
    try (var lines = Files.lines(folder.resolve("results.csv"))) {
      expected =
          lines
              .filter(l -> l.contains("Six") && l.contains(",ASYNC,") && l.contains("p99_9,"))
              .count();
    }
    assertThat(expected).isPositive();
    assertThat(number("document.querySelectorAll('#table tbody tr').length"))
        .isEqualTo((int) expected);

    click("#table th:nth-child(%s) button".formatted(number(columnOf("score"))));
    assertThat(isSorted()).isTrue();
    assertThat(text("document.querySelector('[aria-sort]').getAttribute('aria-sort')"))
        .isEqualTo("ascending");
    click("#copy");
    assertThat(text("window.copied").lines()).hasSize((int) expected + 1);
    assertThat(text("window.copied")).startsWith("benchmark,strategy,delay,").contains(",ASYNC,");

    browser.evaluate("filter.value = ''; filter.dispatchEvent(new Event('input'))");
    click("#more");
    assertThat(number("document.querySelectorAll('#table tbody tr').length"))
        .isEqualTo(Runs.ordinary().measurements().size());
    requireQuiet(page);
  }

  @Test
  void givesTheFilesBackAsTheyWere() throws IOException {
    browser.open(page, WIDE, HEIGHT);
    for (var name : new String[] {"results.csv", "percentiles.csv", "environment.json"}) {
      browser.evaluate(
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
      assertThat(text("window.saved")).isEqualTo(Files.readString(folder.resolve(name)));
      assertThat(text("window.type"))
          .isEqualTo(name.endsWith(".json") ? "application/json" : "text/csv");
    }
    requireQuiet(page);
  }

  @Test
  void goesAllTheWayByKeyboard() {
    browser.open(page, WIDE, HEIGHT);
    var reached = new StringBuilder();
    for (int i = 0; i < 45; i++) {
      press("Tab", 9);
      reached.append(text("document.activeElement.outerHTML.substring(0, 120)")).append('\n');
    }
    assertThat(reached)
        .contains("#charts")
        .contains("#latency")
        .contains("Hide SEQUENTIAL")
        .contains("id=\"theme\"")
        .contains("data-parameter=\"Callers\"")
        .contains("data-do=\"scale\"")
        .contains("<summary>");

    browser.evaluate("document.querySelector('#throughput input[value=\"one caller\"]').focus()");
    press("ArrowRight", 39);
    assertThat(
            text(
                "document.querySelector('#throughput input[data-parameter=Callers]:checked').value"))
        .isEqualTo("8 callers");
  }

  @Test
  void namesEveryChartForThoseWhoHearIt() {
    browser.open(page, WIDE, HEIGHT);

    assertThat(text("document.querySelector('#throughput .canvas').getAttribute('aria-label')"))
        .contains("20 ms delay: SEQUENTIAL 7.46")
        .contains("VIRTUAL_THREADS");
    assertThat(number("document.querySelectorAll('button:not([aria-label]):empty').length"))
        .isZero();
    assertThat(number("document.querySelectorAll('.numbers table tr').length")).isEqualTo(8);
    assertThat(number("document.querySelectorAll('.numbers th[scope=row]').length")).isEqualTo(7);
    assertThat(text("document.querySelector('.numbers table').getAttribute('aria-label')"))
        .startsWith("Latency");
  }

  @Test
  void printsAllInLightAndGoesOnAsBefore() {
    browser.preferTheme("dark");
    browser.open(page, WIDE, HEIGHT);
    browser.evaluate(
        """
        function state() {
          return document.documentElement.dataset.theme
              + ', rows: ' + document.querySelectorAll('#table tbody tr').length
              + ', unfolded: ' + document.querySelectorAll('details[open]').length;
        }
        document.querySelector('#latency details').open = true;
        addEventListener('beforeprint', () => { window.printed = state(); });
        """);
    assertThat(text("state()")).isEqualTo("dark, rows: 60, unfolded: 1");

    var pdf = browser.send("Page.printToPDF", Map.of());

    assertThat(pdf.get("data").asString()).hasSizeGreaterThan(50_000);
    assertThat(text("window.printed"))
        .isEqualTo("light, rows: %s, unfolded: 7", Runs.ordinary().measurements().size());
    assertThat(text("state()")).isEqualTo("dark, rows: 60, unfolded: 1");
    requireQuiet(page);
  }

  @Test
  void hostileNamesAreOnlyText(@TempDir Path hostile) throws IOException {
    var attacked = AtomicFile.write(hostile.resolve(Report.PAGE), Report.html(Runs.hostile()));
    browser.open(attacked, WIDE, HEIGHT);

    requireQuiet(attacked);
    assertThat(text("document.querySelector('#strategies').innerText"))
        .contains("</text><script>alert(1)</script>")
        .contains("__proto__");
    click("[data-name=__proto__] button:last-child");
    assertThat(browser.events("Page.javascriptDialogOpening")).isEmpty();
    requireQuiet(attacked);
  }

  @Test
  void showsTwoRunsSideBySide(@TempDir Path output) throws IOException {
    var compared = ComparisonReport.write(Runs.FOLDER, Runs.LATER_FOLDER, output);
    browser.open(compared, WIDE, HEIGHT);
    browser.evaluate(Overlaps.IN_CANVAS);

    requireQuiet(compared);
    assertThat(text("overlaps()")).isEmpty();
    assertThat(text("document.querySelector('.warning').innerText"))
        .contains("The runs differ in cpu: A has AMD EPYC 7B13, B has AMD EPYC 9B14.");
  }

  private static void requireQuiet(Path opened) {
    assertThat(browser.events("Network.requestWillBeSent"))
        .extracting(event -> event.parameters().path("request").path("url").asString())
        .allMatch(url -> url.equals(opened.toUri().toString()) || url.equals("data:,"));
    assertThat(browser.events("Log.entryAdded")).isEmpty();
    assertThat(browser.events("Runtime.consoleAPICalled")).isEmpty();
    assertThat(browser.events("Runtime.exceptionThrown")).isEmpty();
  }

  private static String columnOf(String name) {
    return "1 + [...document.querySelectorAll('#table th')].findIndex(h => h.textContent === '%s')"
        .formatted(name);
  }

  private static boolean isSorted() {
    return browser
        .evaluate(
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
                .formatted(columnOf("score")))
        .asBoolean();
  }

  private static void click(String selector) {
    browser.evaluate("document.querySelector('%s').click()".formatted(selector));
  }

  private static void zoom(String chart, int start, int end) {
    browser.evaluate(
        """
        echarts.getInstanceByDom(document.querySelector('#%s .canvas')).dispatchAction(
            {type: 'dataZoom', dataZoomIndex: 0, start: %s, end: %s})
        """
            .formatted(chart, start, end));
  }

  private static String display(String selector) {
    return text("getComputedStyle(document.querySelector('%s')).display".formatted(selector));
  }

  private static void press(String key, int code) {
    for (var type : new String[] {"keyDown", "keyUp"}) {
      browser.send(
          "Input.dispatchKeyEvent",
          Map.of("type", type, "key", key, "code", key, "windowsVirtualKeyCode", code));
    }
  }

  private static String text(String expression) {
    return browser.evaluate(expression).asString();
  }

  private static int number(String expression) {
    return browser.evaluate(expression).asInt();
  }
}
