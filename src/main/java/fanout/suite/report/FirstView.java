package fanout.suite.report;

import fanout.vocabulary.Scenario;
import java.util.List;

/// Which view of a chart a reader sees first: one with a fixed delay, which stands for one hop of a
/// network; without it the first.
final class FirstView {
  private FirstView() {}

  /// Its index.
  ///
  /// @param views what each view is about, by any one of its scenarios
  static int of(List<Scenario> views) {
    for (int i = 0; i < views.size(); i++) {
      var delay = views.get(i).delay();
      if (delay != null && DisplayNames.fixedDelayMillis(delay) > 0) {
        return i;
      }
    }
    return 0;
  }
}
