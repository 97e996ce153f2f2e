package fanout.chart;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Texts that are part of this program.
final class Resources {
  private static final String ECHARTS =
      "/META-INF/resources/webjars/echarts/5.3.1/dist/echarts.min.js";

  private static final List<String> DRAWING =
      List.of(
          "numbers.js",
          "scales.js",
          "layout.js",
          "drawing.js",
          "panels.js",
          "frame.js",
          "points-scale.js",
          "points.js",
          "lines-scale.js",
          "lines-layers.js",
          "lines.js",
          "timeline.js");

  private static final List<String> PAGE =
      List.of(
          "page/views.js",
          "page/rows.js",
          "page/element.js",
          "page/section.js",
          "page/chips.js",
          "page/table.js",
          "page/downloads.js",
          "page/page.js");

  private Resources() {}

  /// A file beside this class, such as `points.js`.
  static String text(String name) {
    return read(Resources.class.getResourceAsStream(name), name);
  }

  /// Apache ECharts, as its webjar has it.
  static String echarts() {
    return read(Resources.class.getResourceAsStream(ECHARTS), ECHARTS);
  }

  /// What draws a chart, in the order in which the files build on each other, with the theme.
  static String drawing() {
    return joined(DRAWING) + "fanout.theme = " + text("theme.json").strip() + ";\n";
  }

  /// What a reader does with a page.
  static String page() {
    return joined(PAGE);
  }

  private static String joined(List<String> names) {
    return String.join("", names.stream().map(Resources::text).toList());
  }

  private static String read(@Nullable InputStream opened, String name) {
    if (opened == null) {
      throw new IllegalStateException("This jar is incomplete: it lacks " + name);
    }
    try (var stream = opened) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
