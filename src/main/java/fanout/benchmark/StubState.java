package fanout.benchmark;

import fanout.fetch.Decoding;
import fanout.fetch.Endpoint;
import fanout.fetch.ExpectedItems;
import fanout.fetch.FetchException;
import fanout.fetch.FetchListener;
import fanout.fetch.FetchSettings;
import fanout.fetch.Fetcher;
import fanout.fetch.ResponseMode;
import fanout.probe.RequestProfiler;
import fanout.stub.DelaySchedule;
import fanout.stub.Payloads;
import fanout.stub.Stub;
import fanout.stub.StubWarmUp;
import fanout.vocabulary.Content;
import fanout.vocabulary.Delay;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/// The stub that a fork fetches from: the one that the run shares, or else one of the fork's own.
@State(Scope.Benchmark)
public class StubState {
  /// How many batches are made beforehand, so that none is made while the clock runs. A caller that
  /// needs more begins again.
  private static final int PREPARED_BATCHES = 256;

  private static final long SEED = Long.getLong("fanout.seed", 1);

  private Stub stub;

  @Setup
  public void open() throws IOException, InterruptedException {
    stub = Stub.ofThisFork();
    RequestProfiler.serverStarted(stub.requestCountUri());
  }

  @TearDown
  public void close() {
    RequestProfiler.serverEnds();
    stub.close();
  }

  /// For benchmarks that time the stub too: where the fork has started it, nobody else warms it up.
  void warmUp() throws IOException, InterruptedException {
    if (System.getProperty(Stub.URI_PROPERTY) == null) {
      var _ = StubWarmUp.run(stub.baseUri());
    }
  }

  /// The default deadline, summaries, and the decoding that keeps no account of names, from this
  /// stub.
  FetchSettings settings() {
    return FetchSettings.of(stub.baseUri()).withDecoding(Decoding.LAST_FIELD_COUNTS);
  }

  /// The batches that `caller` fetches one after the other. Every strategy meets the same delays.
  List<List<Endpoint>> batches(List<Endpoint> endpoints, Delay delay, int caller) {
    long first = (long) caller * PREPARED_BATCHES;
    var schedule = new DelaySchedule(delay, SEED);
    return LongStream.range(first, first + PREPARED_BATCHES)
        .mapToObj(batch -> schedule.batch(endpoints, batch))
        .toList();
  }

  /// The endpoints, each of whose requests meets a delay of its own.
  static List<Endpoint> drawnByEachRequest(List<Endpoint> endpoints, Delay delay) {
    return DelaySchedule.drawnByEachRequest(endpoints, delay);
  }

  /// What each response must hold: known for generated bodies, learned from one fetch of each for
  /// others.
  ExpectedItems expectedItems() throws FetchException, InterruptedException {
    return switch (stub.payloadSource()) {
      case GENERATED -> generatedItems();
      case USER -> learnedItems();
    };
  }

  private static ExpectedItems generatedItems() {
    return new ExpectedItems(
        Endpoint.SIX.stream()
            .map(Endpoint::content)
            .collect(Collectors.toMap(content -> content, Payloads::generatedItems)));
  }

  private ExpectedItems learnedItems() throws FetchException, InterruptedException {
    try (var fetcher = new Fetcher(settings(), FetchListener.NONE)) {
      return ExpectedItems.learnedFrom(fetcher, Endpoint.SIX);
    }
  }

  /// The body that the stub responds with.
  byte[] body(Content content) throws FetchException, InterruptedException {
    var withBody = settings().withResponseMode(ResponseMode.BODY);
    try (var fetcher = new Fetcher(withBody, FetchListener.NONE)) {
      ByteBuffer body = fetcher.fetch(Endpoint.of(content), System.nanoTime()).body();
      if (body == null) {
        throw new IllegalStateException("Expected the body of " + content + ", got a summary");
      }
      var bytes = new byte[body.remaining()];
      body.get(bytes);
      return bytes;
    }
  }
}
