package fanout.strategy;

import fanout.fetch.Concurrency;
import fanout.fetch.FetchSettings;
import fanout.vocabulary.Strategy;
import java.net.URI;
import java.util.List;

/// Says which in-process strategies open in this JVM; [PreviewTest] runs it in one of its own.
final class WithoutPreview {
  private static final List<Strategy> WITHOUT_PREVIEW =
      List.of(
          Strategy.SEQUENTIAL,
          Strategy.FIXED_POOL,
          Strategy.FORK_JOIN,
          Strategy.VIRTUAL_THREADS,
          Strategy.ASYNC);

  private WithoutPreview() {}

  public static void main(String[] args) {
    System.out.println(Strategies.unavailable(Strategy.STRUCTURED).orElse("available"));
    var settings = FetchSettings.of(URI.create("http://127.0.0.1:1"));
    for (var strategy : WITHOUT_PREVIEW) {
      Strategies.open(strategy, settings, Concurrency.byDefault()).close();
      System.out.println("opened " + strategy);
    }
  }
}
