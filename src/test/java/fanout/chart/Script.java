package fanout.chart;

import java.util.List;
import org.mozilla.javascript.Context;

/// Files of the page's scripts that need no browser, in the order in which they build on each
/// other, run as charts are drawn: in Rhino.
record Script(List<String> files) {
  private static final String NINE_DIGITS =
      "function (key, value) { return typeof value === 'number' ? +value.toPrecision(9) : value; }";

  Script(String... files) {
    this(List.of(files));
  }

  /// What an expression gives, as JSON; numbers with nine digits.
  String json(String expression) {
    try (var context = Context.enter()) {
      context.setInterpretedMode(true);
      var scope = context.initSafeStandardObjects();
      for (var file : files) {
        context.evaluateString(scope, Resources.text(file), file, 1, null);
      }
      var call = "JSON.stringify(" + expression + ", " + NINE_DIGITS + ")";
      return Context.toString(context.evaluateString(scope, call, "expression", 1, null));
    }
  }
}
