package fanout.stub;

import fanout.fetch.ClientProperties;
import fanout.fetch.Endpoint;
import fanout.fetch.FailureMessages;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Keeps a stub busy until it responds no faster than before, so that the first thing measured
/// meets the same stub as the last.
public final class StubWarmUp {
  /// Long enough for a hundred batches, short beside the ten seconds or so that a stub needs.
  public static final Duration WINDOW = Duration.ofSeconds(1);

  /// Twice as long as a stub on two quiet cores needs.
  public static final Duration BOUND = Duration.ofSeconds(25);

  private static final int CONNECTIONS = 6;
  private static final Duration ANSWER_DEADLINE = Duration.ofSeconds(10);

  private final HttpClient client;
  private final ExecutorService callers;
  private final URI baseUri;
  private final List<HttpRequest> requests;

  private StubWarmUp(HttpClient client, ExecutorService callers, URI baseUri) {
    this.client = client;
    this.callers = callers;
    this.baseUri = baseUri;
    this.requests = bothWaysOfAnswering().map(endpoint -> get(endpoint, baseUri)).toList();
  }

  /// What the warm-up saw.
  ///
  /// @param responsesPerSecond of each window, in order
  /// @param steady whether it ended because the stub was steady, not because the time was over
  public record Result(List<Double> responsesPerSecond, boolean steady) {}

  /// Warms up until the stub is steady, but no longer than [#BOUND].
  ///
  /// @throws StubException if the stub does not respond, or not with 200
  public static Result run(URI baseUri) throws StubException, InterruptedException {
    return run(baseUri, BOUND);
  }

  /// Warms up until the stub is steady, but no longer than `bound` and one [#WINDOW] more.
  ///
  /// @throws StubException if the stub does not respond, or not with 200
  public static Result run(URI baseUri, Duration bound) throws StubException, InterruptedException {
    return run(baseUri, WINDOW, bound);
  }

  static Result run(URI baseUri, Duration window, Duration bound)
      throws StubException, InterruptedException {
    ClientProperties.set();
    try (var client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        var callers = Executors.newFixedThreadPool(CONNECTIONS)) {
      return new StubWarmUp(client, callers, baseUri).run(window, bound);
    }
  }

  private Result run(Duration window, Duration bound) throws StubException, InterruptedException {
    var throughputs = new ArrayList<Double>();
    long startNs = System.nanoTime();
    while (!SteadyState.isSteady(throughputs)) {
      if (System.nanoTime() - startNs >= bound.toNanos()) {
        return new Result(throughputs, false);
      }
      throughputs.add(responsesPerSecond(window));
    }
    return new Result(throughputs, true);
  }

  private double responsesPerSecond(Duration window) throws StubException, InterruptedException {
    long startNs = System.nanoTime();
    Callable<Long> caller = () -> responsesUntil(startNs + window.toNanos());
    long responses = 0;
    for (var done : callers.invokeAll(Collections.nCopies(CONNECTIONS, caller))) {
      try {
        responses += done.get();
      } catch (ExecutionException e) {
        throw new StubException(
            "The stub at " + baseUri + " failed while it warmed up: " + why(e.getCause()), e);
      }
    }
    return responses * 1e9 / (System.nanoTime() - startNs);
  }

  /// With one attempt the client says that there were too many, and below that why.
  private static String why(@Nullable Throwable failure) {
    for (@Nullable Throwable link = failure; link != null; link = link.getCause()) {
      if (link instanceof ConnectException refused) {
        return FailureMessages.of(refused);
      }
    }
    if (failure == null) {
      return "it did not say why";
    }
    return failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
  }

  private long responsesUntil(long endNs) throws IOException, InterruptedException {
    long responses = 0;
    while (System.nanoTime() - endNs < 0) {
      var request = requests.get((int) (responses % requests.size()));
      var response = client.send(request, HttpResponse.BodyHandlers.discarding());
      if (response.statusCode() != 200) {
        throw new IOException(request.uri() + " responded with " + response.statusCode());
      }
      responses++;
    }
    return responses;
  }

  /// A delayed response takes another way through the server than one without delay.
  private static Stream<Endpoint> bothWaysOfAnswering() {
    return Endpoint.SIX.stream()
        .flatMap(
            endpoint -> Stream.of(endpoint, endpoint.withQuery(DelaySchedule.PARAMETER + "=1")));
  }

  private static HttpRequest get(Endpoint endpoint, URI baseUri) {
    return HttpRequest.newBuilder(endpoint.on(baseUri)).timeout(ANSWER_DEADLINE).build();
  }
}
