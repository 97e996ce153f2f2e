package fanout.benchmark;

import fanout.fetch.Decoder;
import fanout.fetch.Decoding;
import fanout.fetch.FetchException;
import fanout.vocabulary.Content;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// How much of a fetch is JSON?
///
/// - Counted: Jackson alone, from the bytes of one endpoint's body to a list of records.
/// - Not counted: the network; the body is fetched once, before anything is timed.
/// - Sizes: users has 5.6 kB, photos 1.07 MB, 83 % of all six.
///
/// ```shell
/// java -jar target/benchmarks.jar DecodeBenchmark -p content=USERS,PHOTOS
/// ```
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 3, jvmArgsAppend = "--sun-misc-unsafe-memory-access=allow")
@State(Scope.Benchmark)
public class DecodeBenchmark {
  @Param({"POSTS", "COMMENTS", "ALBUMS", "PHOTOS", "TODOS", "USERS"})
  Content content;

  private final Decoder decoder = new Decoder(Decoding.LAST_FIELD_COUNTS);
  private byte[] body;

  /// Gets the body, and proves that it holds as many items as it must.
  @Setup
  public void setUp(StubState stub) throws FetchException, InterruptedException {
    body = stub.body(content);
    stub.expectedItems().check(content, decoder.decode(content, body).size());
  }

  @Benchmark
  public List<?> decode() {
    return decoder.decode(content, body);
  }
}
