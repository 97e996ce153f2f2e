package fanout.suite.run;

import fanout.suite.result.TimelineEntry;
import java.io.IOException;
import java.net.URI;
import java.util.List;

/// Fetches one article batch of each strategy and tells when each fetch began and ended.
public interface TimelineSource {
  /// Fetches them.
  ///
  /// @param stub where to fetch from
  /// @param strategies names of strategies, each once
  List<TimelineEntry> record(URI stub, List<String> strategies)
      throws IOException, InterruptedException;
}
