package fanout.measure;

import static java.nio.charset.StandardCharsets.UTF_8;

import fanout.os.LastWords;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.format.OutputFormat;

/// Keeps quiet, and keeps the end of what a fork printed for the sentence about its failure.
final class ForkOutput implements OutputFormat {
  private static final int KEPT_BYTES = 20_000;

  private final LastWords words = new LastWords(KEPT_BYTES);

  /// The last lines that were printed.
  List<String> lines() {
    return words.lines();
  }

  @Override
  public void print(String s) {
    write(s.getBytes(UTF_8));
  }

  @Override
  public void println(String s) {
    print(s + "\n");
  }

  @Override
  public void write(int b) {
    write(new byte[] {(byte) b});
  }

  @Override
  public void write(byte[] b) {
    words.add(b);
  }

  @Override
  public void verbosePrintln(String s) {}

  @Override
  public void flush() {}

  @Override
  public void close() {}

  @Override
  public void startRun() {}

  @Override
  public void endRun(Collection<RunResult> result) {}

  @Override
  public void startBenchmark(BenchmarkParams benchmark) {}

  @Override
  public void endBenchmark(BenchmarkResult result) {}

  @Override
  public void iteration(BenchmarkParams benchmark, IterationParams params, int iteration) {}

  @Override
  public void iterationResult(
      BenchmarkParams benchmark, IterationParams params, int iteration, IterationResult data) {}
}
