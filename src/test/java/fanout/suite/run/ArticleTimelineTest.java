package fanout.suite.run;

import static org.assertj.core.api.Assertions.assertThat;

import fanout.fetch.Concurrency;
import fanout.fetch.Endpoint;
import fanout.stub.Payloads;
import fanout.stub.StubServer;
import fanout.suite.result.TimelineEntry;
import fanout.vocabulary.Strategy;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ArticleTimelineTest {
  /// Long beside a fetch, as the article's second is.
  private static final Duration PAUSE = Duration.ofMillis(150);

  @Test
  void everyStrategyHasSixFetchesWhoseTimesAreInOrder() throws Exception {
    var strategies = List.of(Strategy.VIRTUAL_THREADS, Strategy.ASYNC, Strategy.SEQUENTIAL);
    List<TimelineEntry> entries;
    try (var stub = StubServer.start(0, Payloads.generated(), Duration.ZERO)) {
      entries =
          new ArticleTimeline(Concurrency.byDefault(), PAUSE).record(stub.baseUri(), strategies);
    }

    assertThat(entries)
        .extracting(TimelineEntry::endpoint)
        .containsExactlyElementsOf(
            strategies.stream().flatMap(_ -> Endpoint.SIX.stream()).map(Endpoint::name).toList());
    assertThat(entries)
        .allSatisfy(entry -> {
          assertThat(entry.startedMs()).isBetween(0.0, entry.firstByteMs());
          assertThat(entry.receivedMs()).isBetween(entry.firstByteMs(), entry.finishedMs());
          // A microsecond less: the times are rounded to binary fractions of a millisecond.
          assertThat(entry.finishedMs() - entry.receivedMs())
              .isGreaterThan(PAUSE.toMillis() - 1e-3);
        });
    assertThat(entries.getLast().startedMs())
        .as("the sixth in turn")
        .isGreaterThan(5.0 * PAUSE.toMillis());
  }

  @Test
  void itsPauseIsTheArticlesSecond() {
    assertThat(ArticleTimeline.PAUSE).isEqualTo(Duration.ofSeconds(1));
  }
}
