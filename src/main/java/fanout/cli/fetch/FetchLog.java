package fanout.cli.fetch;

import fanout.fetch.Endpoint;
import fanout.fetch.FetchFailure;
import fanout.fetch.FetchListener;
import fanout.fetch.FetchOutcome;
import fanout.fetch.FetchResult;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/// Prints each start and finish of one batch as it happens.
final class FetchLog implements FetchListener {
  private static final double NS_PER_SECOND = 1e9;

  private final PrintWriter out;

  /// @param name of what fetches it
  FetchLog(PrintWriter out, String name) {
    this.out = out;
    print("");
    print(name);
  }

  @Override
  public void started(Endpoint endpoint, long startedNs) {
    print(at(startedNs, endpoint.name()) + " started");
  }

  @Override
  public void finished(FetchResult fetched) {
    print(
        at(fetched.finishedNs(), fetched.endpoint().name())
            + " finished, "
            + items(fetched.items()));
  }

  /// Prints what came of the batch: all results, or failures among them.
  void ended(Duration total, List<FetchOutcome> outcomes) {
    int items = 0;
    int requests = 0;
    int failed = 0;
    for (var outcome : outcomes) {
      switch (outcome) {
        case FetchResult fetched -> {
          items += fetched.items();
          requests += fetched.requests();
        }
        case FetchFailure failure -> {
          print("  failed: " + failure.cause().getMessage());
          failed++;
        }
      }
    }
    var whole = failed == 0 ? "all " : outcomes.size() - failed + " of ";
    int finished = outcomes.size() - failed;
    print(
        at(total.toNanos(), whole + outcomes.size())
            + " finished, "
            + items(items)
            + (requests > finished ? ", in " + requests + " requests" : ""));
  }

  /// Prints a line below the name.
  void remark(String line) {
    print("  " + line);
  }

  private static String at(long ns, String what) {
    return String.format(Locale.ROOT, "  %6.3f s  %-10s", ns / NS_PER_SECOND, what);
  }

  private static String items(int items) {
    return String.format(Locale.ROOT, "%,d items", items);
  }

  /// Lines of several threads must not mix.
  private synchronized void print(String line) {
    out.println(line);
    out.flush();
  }
}
