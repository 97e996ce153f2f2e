package fanout.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fanout.fetch.Concurrency;
import fanout.fetch.Endpoint;
import fanout.result.TimelineEntry;
import fanout.stub.Payloads;
import fanout.stub.StubServer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ArticleTimelineTest {
  @Test
  void everyStrategyHasSixFetchesWhoseTimesAreInOrder() throws Exception {
    var strategies = List.of("VIRTUAL_THREADS", "ASYNC", "SEQUENTIAL");
    List<TimelineEntry> entries;
    try (var stub = StubServer.start(0, Payloads.generated(), Duration.ZERO)) {
      entries = new ArticleTimeline(Concurrency.byDefault()).record(stub.baseUri(), strategies);
    }

    assertThat(entries)
        .extracting(TimelineEntry::endpoint)
        .containsExactlyElementsOf(
            strategies.stream().flatMap(_ -> Endpoint.SIX.stream()).map(Endpoint::name).toList());
    assertThat(entries)
        .allSatisfy(entry -> {
          assertThat(entry.startedMs()).isBetween(0.0, entry.firstByteMs());
          assertThat(entry.receivedMs()).isBetween(entry.firstByteMs(), entry.finishedMs());
          // The pause is a second at least.
          assertThat(entry.finishedMs() - entry.receivedMs()).isGreaterThan(999);
        });
    assertThat(entries.getLast().startedMs()).as("the sixth in turn").isGreaterThan(5000);
  }
}
