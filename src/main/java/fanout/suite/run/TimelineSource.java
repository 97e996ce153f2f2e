package fanout.suite.run;

import fanout.suite.result.TimelineEntry;
import fanout.vocabulary.Strategy;
import java.io.IOException;
import java.net.URI;
import java.util.List;

/// Fetches one article batch of each strategy and records when each fetch began and ended.
public interface TimelineSource {
  /// Fetches them.
  ///
  /// @param stub where to fetch from
  /// @param strategies each once
  List<TimelineEntry> record(URI stub, List<Strategy> strategies)
      throws IOException, InterruptedException;
}
