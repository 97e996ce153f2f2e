package fanout.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A page in a real browser, opened from disk and used as a reader would. Expressions may call what
/// [Overlaps] defines.
public final class BrowsedPage implements AutoCloseable {
  /// Widths of a window in pixels.
  public static final int WIDE = 1200;

  public static final int NARROW = 400;
  private static final int HEIGHT = 900;

  private final Chromium browser;
  private @Nullable Path opened;

  /// Without a browser on this machine the test is skipped.
  public BrowsedPage() throws IOException {
    browser = new Chromium(Chromium.required());
  }

  /// Opens a page in a window of that width.
  public void open(Path page, int width) {
    browser.open(page, width, HEIGHT);
    browser.evaluate(Overlaps.IN_CANVAS);
    opened = page;
  }

  /// Opens a drawing by itself.
  public void openPicture(Path picture) {
    browser.open(picture, WIDE, HEIGHT);
    browser.evaluate(Overlaps.IN_SVG);
    opened = picture;
  }

  /// What the system prefers: `light` or `dark`.
  public void preferTheme(String theme) {
    browser.preferTheme(theme);
  }

  /// Shows it as on `print`, or as before with an empty text.
  public void emulateMedium(String medium) {
    browser.send("Emulation.setEmulatedMedia", Map.of("media", medium));
  }

  public void click(String selector) {
    browser.evaluate("document.querySelector('%s').click()".formatted(selector));
  }

  public void press(String key, int code) {
    for (var type : new String[] {"keyDown", "keyUp"}) {
      browser.send(
          "Input.dispatchKeyEvent",
          Map.of("type", type, "key", key, "code", key, "windowsVirtualKeyCode", code));
    }
  }

  /// Shows the part of a chart's first axis between two percentages.
  public void zoom(String chart, int start, int end) {
    browser.evaluate(
        """
        echarts.getInstanceByDom(document.querySelector('#%s .canvas')).dispatchAction(
            {type: 'dataZoom', dataZoomIndex: 0, start: %s, end: %s})
        """
            .formatted(chart, start, end));
  }

  public JsonNode print() {
    return browser.send("Page.printToPDF", Map.of());
  }

  public void run(String script) {
    browser.evaluate(script);
  }

  public String text(String expression) {
    return browser.evaluate(expression).asString();
  }

  public int number(String expression) {
    return browser.evaluate(expression).asInt();
  }

  public boolean isTrue(String expression) {
    return browser.evaluate(expression).asBoolean();
  }

  /// The texts of all charts, or of one, as lines.
  public String drawnTexts(String... chart) {
    return text(chart.length == 0 ? "drawnTexts()" : "drawnTexts('" + chart[0] + "')");
  }

  /// Pairs of texts on top of each other.
  public String overlaps() {
    return text("overlaps()");
  }

  /// No request but for the page itself, no message, no exception, no dialogue.
  public void requireQuiet() {
    var own = Objects.requireNonNull(opened).toUri().toString();
    assertThat(browser.events("Network.requestWillBeSent"))
        .extracting(event -> event.path("request").path("url").asString())
        .allMatch(url -> url.equals(own) || url.equals("data:,"));
    assertThat(browser.events("Log.entryAdded")).isEmpty();
    assertThat(browser.events("Runtime.consoleAPICalled")).isEmpty();
    assertThat(browser.events("Runtime.exceptionThrown")).isEmpty();
    assertThat(browser.events("Page.javascriptDialogOpening")).isEmpty();
  }

  @Override
  public void close() {
    browser.close();
  }
}
