package fanout.probe;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/// Tells how many requests an operation sends, as its server counts them: `cost.requests`,
/// requests/op, of all processes that fetch for the fork, retries included.
///
/// The server must count for this fork alone, and respond to a GET of the address in the system
/// property [#URI_PROPERTY] with the number of requests so far, as text; a benchmark that starts a
/// server of its own says so by [#serverStarted]. Where there is none, or it does not respond so
/// within seconds, the metric is absent.
///
/// ```shell
/// java -Dfanout.requests.uri=http://127.0.0.1:8080/count -jar benchmarks.jar -prof fanout.probe.RequestProfiler
/// ```
public final class RequestProfiler implements InternalProfiler {
  /// System property with the address of the count.
  public static final String URI_PROPERTY = "fanout.requests.uri";

  private static final int PATIENCE_MILLIS = 5_000;
  private static final int LONGEST_NUMBER = 20;

  /// Whether anybody profiles in this JVM.
  private static volatile boolean isAsked;

  /// Of the server that this JVM has started; empty for none.
  private static volatile String startedUri = "";

  /// What that had counted when it ended.
  private static volatile OptionalLong last = OptionalLong.empty();

  private OptionalLong before = OptionalLong.empty();

  /// Has the requests counted to a server that a benchmark has started, where no property names
  /// another.
  ///
  /// @param countUri where it tells the number of requests so far
  public static void serverStarted(URI countUri) {
    startedUri = countUri.toString();
    last = OptionalLong.empty();
  }

  /// Takes the last number of that server, which is about to end: JMH tears a benchmark down before
  /// it asks its profilers.
  public static void serverEnds() {
    last = isAsked ? count() : OptionalLong.empty();
    startedUri = "";
  }

  @Override
  public String getDescription() {
    return "Requests per operation, as the server counts them";
  }

  @Override
  public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
    isAsked = true;
    last = OptionalLong.empty();
    before = count();
  }

  @Override
  @SuppressWarnings("rawtypes") // JMH declares it so
  public Collection<? extends Result> afterIteration(
      BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
    var after = last.isPresent() ? last : count();
    if (before.isEmpty() || after.isEmpty()) {
      return List.of();
    }
    long operations = Math.max(1, result.getMetadata().getAllOps());
    double requests = (double) (after.getAsLong() - before.getAsLong()) / operations;
    return List.of(
        new ScalarResult("cost.requests", requests, "requests/op", AggregationPolicy.AVG));
  }

  /// What the server has counted; empty where nobody tells.
  static OptionalLong count() {
    var uri = System.getProperty(URI_PROPERTY, startedUri);
    if (uri.isEmpty()) {
      return OptionalLong.empty();
    }
    try {
      var connection = (HttpURLConnection) URI.create(uri).toURL().openConnection();
      connection.setConnectTimeout(PATIENCE_MILLIS);
      connection.setReadTimeout(PATIENCE_MILLIS);
      connection.setUseCaches(false);
      // Kept alive it would be one of the connections that the benchmark is said to have.
      connection.setRequestProperty("Connection", "close");
      try (var in = connection.getInputStream()) {
        return OptionalLong.of(Long.parseLong(new String(in.readNBytes(LONGEST_NUMBER), US_ASCII)));
      } finally {
        connection.disconnect();
      }
    } catch (IOException | RuntimeException e) {
      return OptionalLong.empty();
    }
  }
}
