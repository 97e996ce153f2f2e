package fanout.cli.fetch;

import fanout.cli.fetch.FetchTable.End;
import fanout.fetch.Endpoint;
import fanout.fetch.FetchException;
import fanout.fetch.FetchFailure;
import fanout.fetch.FetchListener;
import fanout.fetch.FetchOutcome;
import fanout.fetch.FetchResult;
import fanout.vocabulary.Strategy;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/// Prints each start and finish of one strategy's batch as it happens.
final class FetchLog implements FetchListener {
  private static final double NS_PER_SECOND = 1e9;

  private final PrintWriter out;
  private final Strategy strategy;

  FetchLog(PrintWriter out, Strategy strategy) {
    this.out = out;
    this.strategy = strategy;
    print("");
    print(strategy.commandLineName());
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

  /// What came of the batch: all results, or failures among them.
  FetchTable.Total total(Duration total, List<FetchOutcome> outcomes) {
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
    return failed == 0
        ? new FetchTable.Total(strategy, total, items, End.FETCHED, "")
        : new FetchTable.Total(
            strategy, total, items, End.PARTLY, failed + " of " + outcomes.size() + " failed");
  }

  FetchTable.Total failed(FetchException e) {
    return withoutTotal(End.FAILED, "failed: " + e.getMessage());
  }

  FetchTable.Total skipped(String reason) {
    return withoutTotal(End.SKIPPED, "skipped: " + reason);
  }

  private FetchTable.Total withoutTotal(End end, String remark) {
    print("  " + remark);
    return new FetchTable.Total(strategy, null, 0, end, remark);
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
