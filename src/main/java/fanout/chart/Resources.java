package fanout.chart;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Texts that are part of this program.
final class Resources {
  private static final String ECHARTS =
      "/META-INF/resources/webjars/echarts/5.3.1/dist/echarts.min.js";

  private Resources() {}

  /// A file beside this class, such as `points.js`.
  static String text(String name) {
    return read(Resources.class.getResourceAsStream(name), name);
  }

  /// Apache ECharts, as its webjar has it.
  static String echarts() {
    return read(Resources.class.getResourceAsStream(ECHARTS), ECHARTS);
  }

  /// The option functions, in the order in which they build on each other, with the theme.
  static String optionFunctions() {
    return text("drawing.js")
        + text("points.js")
        + text("lines.js")
        + text("timeline.js")
        + "fanout.theme = "
        + text("theme.json").strip()
        + ";\n";
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
