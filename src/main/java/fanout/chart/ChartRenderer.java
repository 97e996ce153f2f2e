package fanout.chart;

import org.mozilla.javascript.Context;
import org.mozilla.javascript.Function;
import org.mozilla.javascript.Scriptable;
import tools.jackson.databind.json.JsonMapper;

/// Draws charts as SVG: Apache ECharts inside this JVM. Loading it takes about a second and a half,
/// so one renderer draws all charts of a run. For the thread that opened it alone.
public final class ChartRenderer implements AutoCloseable {
  /// Pixels; GitHub shows a README about this wide.
  static final int WIDTH = 880;

  /// What ECharts calls on load or on drawing and that a picture has no use for.
  private static final String NO_CLOCK =
      "function setTimeout() { return 0; } function clearTimeout() {}";

  private final Context context;
  private final Scriptable scope;
  private final Function draw;

  public ChartRenderer() {
    context = Context.enter();
    // ECharts is more code than one JVM method can hold: it runs interpreted.
    context.setInterpretedMode(true);
    context.setLanguageVersion(Context.VERSION_ES6);
    scope = context.initSafeStandardObjects();
    evaluate("clock", NO_CLOCK);
    evaluate("echarts", Resources.echarts());
    evaluate("charts", Resources.drawing());
    evaluate("picture", Resources.text("picture.js"));
    draw = (Function) scope.get("drawPicture", scope);
  }

  /// The chart's first view as an SVG document in the light theme. The same chart gives the same
  /// bytes.
  public String draw(Chart chart) {
    var json = JsonMapper.shared().writeValueAsString(chart);
    return Context.toString(draw.call(context, scope, scope, new Object[] {json, WIDTH})) + "\n";
  }

  private void evaluate(String name, String script) {
    context.evaluateString(scope, script, name, 1, null);
  }

  @Override
  public void close() {
    Context.exit();
  }
}
