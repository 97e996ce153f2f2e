package fanout.cli.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import fanout.cli.fetch.FetchTable.End;
import fanout.vocabulary.Strategy;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class FetchTableTest {
  private static final FetchTable.Total SEQUENTIAL = total(Strategy.SEQUENTIAL, 6100);
  private static final FetchTable.Total MULTI_PROCESS = total(Strategy.MULTI_PROCESS, 1525);
  private static final FetchTable.Total STRUCTURED =
      new FetchTable.Total(Strategy.STRUCTURED, null, 0, End.SKIPPED, "skipped: it needs JDK 25");

  @Test
  void standsBesideTheArticleWithItsPause() {
    var table =
        new FetchTable(List.of(SEQUENTIAL, STRUCTURED, MULTI_PROCESS), Duration.ofSeconds(1));

    assertThat(table)
        .hasToString(
            """

            strategy              total   x sequential   the article
            sequential          6.100 s           1.00           7 s
            structured       skipped: it needs JDK 25
            multi-process       1.525 s           0.25        1.68 s
            The article's program was Python, over the internet, on its author's machine.
            """);
  }

  @Test
  void leavesTheArticleOutWithAnotherPause() {
    var table = new FetchTable(List.of(MULTI_PROCESS, SEQUENTIAL), Duration.ZERO);

    assertThat(table)
        .hasToString(
            """

            strategy              total   x sequential
            multi-process       1.525 s           0.25
            sequential          6.100 s           1.00
            """);
  }

  @Test
  void hasNoRatioWhereSequentialWasNotFetched() {
    var failed =
        new FetchTable.Total(
            Strategy.SEQUENTIAL, null, 0, End.FAILED, "failed: users: responded with 500");

    assertThat(new FetchTable(List.of(failed, MULTI_PROCESS), Duration.ZERO))
        .hasToString(
            """

            strategy              total   x sequential
            sequential       failed: users: responded with 500
            multi-process       1.525 s
            """);
  }

  @Test
  void whatWasLeftOutHasNotFailed() {
    assertThat(STRUCTURED.failed()).isFalse();
    assertThat(MULTI_PROCESS.failed()).isFalse();
    assertThat(new FetchTable.Total(Strategy.ASYNC, null, 0, End.FAILED, "x").failed()).isTrue();
  }

  private static FetchTable.Total total(Strategy strategy, long millis) {
    return new FetchTable.Total(strategy, Duration.ofMillis(millis), 5910, End.FETCHED, "");
  }
}
