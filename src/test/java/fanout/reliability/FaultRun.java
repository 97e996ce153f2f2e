package fanout.reliability;

import fanout.cli.CommandOutcome;
import fanout.cli.CommandRunner;
import fanout.cli.fetch.FetchCommand;
import fanout.fetch.Batch;
import fanout.fetch.BatchFetcher;
import fanout.fetch.Concurrency;
import fanout.fetch.Endpoint;
import fanout.fetch.FetchException;
import fanout.fetch.FetchSettings;
import fanout.strategy.Strategies;
import fanout.vocabulary.Strategy;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// One strategy, open all the time, and a server that misbehaves.
final class FaultRun implements AutoCloseable {
  static final Duration DEADLINE = Duration.ofSeconds(1);

  /// A part of what the large bodies have, so that all strategies can refuse one at once.
  static final int MAX_BODY_BYTES = 10_000_000;

  private final Strategy strategy;
  private final FaultServer server = new FaultServer();
  private final BatchFetcher fetcher;

  FaultRun(Strategy strategy) {
    this.strategy = strategy;
    this.fetcher =
        Strategies.open(
            strategy,
            FetchSettings.of(server.uri()).withDeadline(DEADLINE).withMaxBodyBytes(MAX_BODY_BYTES),
            new Concurrency(8, 2, 3));
  }

  FaultServer server() {
    return server;
  }

  /// Loads classes, for which no deadline has room, and has workers start.
  void warm(List<Fault> faults) throws InterruptedException {
    for (int times = 0; times < 10; times++) {
      for (var fault : faults) {
        var _ = fetcher.collectAll(Batch.of(server.serve(fault)));
      }
      var _ = fetcher.collectAll(Batch.of(server.serveRight()));
    }
  }

  Cell meet(Fault fault) throws FetchException, InterruptedException {
    var requests = new ArrayList<Integer>();
    long begin = System.nanoTime();
    var failure = failFast(server.serve(fault));
    long spent = System.nanoTime() - begin;
    requests.add(server.faultyRequests());
    begin = System.nanoTime();
    var collected = fetcher.collectAll(Batch.of(server.serve(fault)));
    spent = Math.max(spent, System.nanoTime() - begin);
    requests.add(server.faultyRequests());
    return new Cell(
        fault,
        strategy,
        failure,
        collected,
        fetcher.fetchAll(server.serveRight()),
        Duration.ofNanos(spent).minus(DEADLINE),
        requests,
        OptionalInt.empty());
  }

  /// Runs the program `scripts/fetch` against the same fault.
  Cell withExitCode(Cell cell) throws Exception {
    var six = server.serve(cell.fault());
    var words = new ArrayList<>(List.of("--pause=0", "--deadline=" + DEADLINE.toMillis() + "ms"));
    words.add("--max-body=" + MAX_BODY_BYTES);
    words.add("--strategy=" + strategy.commandLineName());
    words.add("--processes=1");
    if (cell.fault().place() == Fault.Place.REQUEST) {
      words.add("--stub=" + server.uri());
    } else {
      words.add("--url");
      six.forEach(endpoint -> words.add(endpoint.location().toString()));
    }
    var ended =
        CommandOutcome.of(
            () -> CommandRunner.run(FetchCommand.command(), words.toArray(String[]::new)));
    return new Cell(
        cell.fault(),
        strategy,
        cell.failure(),
        cell.collected(),
        cell.next(),
        cell.over(),
        cell.requests(),
        OptionalInt.of(ended.status()));
  }

  @Override
  public void close() throws IOException {
    fetcher.close();
    server.close();
  }

  private @Nullable FetchException failFast(List<Endpoint> six) throws InterruptedException {
    try {
      var _ = fetcher.fetchAll(six);
      return null;
    } catch (FetchException e) {
      return e;
    }
  }
}
