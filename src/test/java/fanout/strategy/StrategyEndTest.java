package fanout.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fanout.fetch.Await;
import fanout.fetch.Batch;
import fanout.fetch.Endpoint;
import fanout.fetch.FetchException;
import fanout.vocabulary.Strategy;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What every strategy promises of interrupts and of its end.
@Timeout(60)
class StrategyEndTest extends StrategyContract {
  @ParameterizedTest
  @EnumSource
  void anInterruptCancelsTheBatch(Strategy strategy) throws Exception {
    var slow = slowBatch();
    try (var fetcher = open(strategy, settings.withDeadline(Duration.ofMinutes(4)))) {
      var caller = new Caller(fetcher, Batch.of(slow));
      Await.until(() -> server.inFlight() == expectedInFlight(strategy));
      caller.thread.interrupt();

      assertThat(caller.failure()).isInstanceOf(InterruptedException.class);
      Await.until(() -> server.inFlight() == 0 && server.aborted() == expectedInFlight(strategy));
    }
  }

  @ParameterizedTest
  @EnumSource
  void anInterruptEndsThePause(Strategy strategy) throws Exception {
    try (var fetcher = open(strategy, settings)) {
      var caller = new Caller(fetcher, new Batch(Endpoint.SIX, Duration.ofMinutes(4)));
      Await.until(() -> server.requests() >= expectedInFlight(strategy));
      caller.thread.interrupt();
      assertThat(caller.failure()).isInstanceOf(InterruptedException.class);
    }
  }

  @ParameterizedTest
  @EnumSource
  void closeEndsTheBatchesOfOthers(Strategy strategy) throws Exception {
    var slow = slowBatch();
    var fetcher = open(strategy, settings.withDeadline(Duration.ofMinutes(4)));
    var caller = new Caller(fetcher, Batch.of(slow));
    Await.until(() -> server.inFlight() == expectedInFlight(strategy));
    fetcher.close();

    assertThat(caller.failure()).isInstanceOfAny(IllegalStateException.class, FetchException.class);
    Await.until(() -> server.openConnections() == 0);
  }

  @ParameterizedTest
  @EnumSource
  void closeLeavesNoThreadProcessOrConnection(Strategy strategy) throws Exception {
    warmUpSharedThreads();
    var threadsBefore = Thread.getAllStackTraces().keySet();
    try (var fetcher = open(strategy, settings)) {
      assertRight(fetcher.fetchAll(Endpoint.SIX), Endpoint.SIX);
      assertThat(server.openConnections()).isPositive();
    }
    Await.until(() -> server.openConnections() == 0);
    Await.until(() -> threadsBefore.containsAll(ownThreads()));
    assertThat(ProcessHandle.current().children()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void refusesToFetchOnceClosed(Strategy strategy) {
    var fetcher = open(strategy, settings);
    fetcher.close();
    fetcher.close();
    assertThatThrownBy(() -> fetcher.fetchAll(Endpoint.SIX))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(strategy.name());
  }

  /// Has this JVM start the threads that all strategies share and none owns.
  private void warmUpSharedThreads() throws Exception {
    for (var strategy : List.of(Strategy.VIRTUAL_THREADS, Strategy.ASYNC)) {
      try (var fetcher = open(strategy, settings)) {
        assertThat(fetcher.fetchAll(new Batch(Endpoint.SIX, Duration.ofMillis(1))))
            .hasSameSizeAs(Endpoint.SIX);
      }
    }
    Await.until(() -> server.openConnections() == 0);
  }

  /// The threads of this JVM without the carriers of virtual threads and the common pool's, which
  /// come and go by themselves.
  private static List<Thread> ownThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> !thread.getName().startsWith("ForkJoinPool-1-"))
        .filter(thread -> !thread.getName().startsWith("ForkJoinPool.commonPool-"))
        .filter(thread -> !thread.getName().startsWith("process reaper"))
        .toList();
  }
}
