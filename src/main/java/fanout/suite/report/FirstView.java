package fanout.suite.report;

import fanout.chart.Chart.View;
import java.util.List;

/// Which view of a chart a reader sees first where the delay is a choice: the one with a fixed
/// delay, which stands for one hop of a network; without it the first.
final class FirstView {
  private FirstView() {}

  static int of(List<View> views) {
    for (int i = 0; i < views.size(); i++) {
      var delay = views.get(i).choices().get(Dimension.DELAY.label());
      if (delay != null && delay.endsWith(" ms delay")) {
        return i;
      }
    }
    return 0;
  }
}
