package fanout.cli.fetch;

import fanout.fetch.FetchFailure;
import fanout.fetch.FetchOutcome;
import fanout.fetch.FetchResult;
import fanout.vocabulary.Strategy;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The table at the end of `scripts/fetch`: each strategy's total beside the article's.
///
/// @param totals one per strategy, in the order they ran
/// @param pause how long each fetch paused; the article's numbers belong to a second
/// @see <a href="https://docs.python.org/3/library/concurrent.futures.html">concurrent.futures</a>
record FetchTable(List<Total> totals, Duration pause) {
  private static final Duration ARTICLE_PAUSE = Duration.ofSeconds(1);
  private static final double NS_PER_SECOND = 1e9;

  /// What came of one strategy.
  ///
  /// @param total from opening the strategy until the last item or failure; null if it was not
  ///   fetched
  /// @param items items of all endpoints
  /// @param end how it ended
  /// @param remark why there is no total, or what failed; empty if all was fetched
  record Total(Strategy strategy, @Nullable Duration total, int items, End end, String remark) {
    /// The total of a batch that ended with results, or with failures among them.
    static Total of(Strategy strategy, Duration total, List<FetchOutcome> outcomes) {
      int items =
          outcomes.stream()
              .filter(FetchResult.class::isInstance)
              .mapToInt(outcome -> ((FetchResult) outcome).items())
              .sum();
      long failed = outcomes.stream().filter(FetchFailure.class::isInstance).count();
      return failed == 0
          ? new Total(strategy, total, items, End.FETCHED, "")
          : new Total(
              strategy, total, items, End.PARTLY, failed + " of " + outcomes.size() + " failed");
    }

    /// Of a strategy that has no total.
    static Total without(Strategy strategy, End end, String remark) {
      return new Total(strategy, null, 0, end, remark);
    }

    boolean failed() {
      return end == End.FAILED || end == End.PARTLY;
    }
  }

  /// How the batch of a strategy ended.
  enum End {
    FETCHED,
    /// Some of its fetches failed, and the others went on.
    PARTLY,
    FAILED,
    SKIPPED
  }

  @Override
  public String toString() {
    boolean beside = pause.equals(ARTICLE_PAUSE);
    var text = new StringBuilder();
    text.append(line("strategy", "total", "x sequential", beside ? "the article" : ""));
    totals.forEach(total -> text.append(row(total, beside)));
    if (beside) {
      text.append(
          "The article's program was Python, over the internet, on its author's machine.\n");
    }
    return "\n" + text;
  }

  private String row(Total total, boolean beside) {
    var name = total.strategy().commandLineName();
    if (total.total() == null) {
      return "%-16s %s\n".formatted(name, total.remark());
    }
    if (total.end() == End.PARTLY) {
      return "%-16s %10s  %s\n".formatted(name, seconds(total.total()), total.remark());
    }
    return line(name, seconds(total.total()), ratio(total.total()), beside ? article(total) : "");
  }

  private static String line(String name, String total, String ratio, String article) {
    return "%-16s %10s %14s %13s".formatted(name, total, ratio, article).stripTrailing() + "\n";
  }

  private String ratio(Duration total) {
    return totals.stream()
        .filter(each -> each.strategy() == Strategy.SEQUENTIAL && each.end() == End.FETCHED)
        .map(each -> String.format(Locale.ROOT, "%.2f", ratio(total, each.total())))
        .findFirst()
        .orElse("");
  }

  private static double ratio(Duration total, @Nullable Duration sequential) {
    return sequential == null ? Double.NaN : (double) total.toNanos() / sequential.toNanos();
  }

  private static String article(Total total) {
    return total.strategy().articleTime().map(FetchTable::briefly).orElse("");
  }

  /// `7 s`, `1.68 s`.
  private static String briefly(Duration time) {
    return BigDecimal.valueOf(time.toMillis(), 3).stripTrailingZeros().toPlainString() + " s";
  }

  private static String seconds(Duration duration) {
    return String.format(Locale.ROOT, "%.3f s", duration.toNanos() / NS_PER_SECOND);
  }
}
