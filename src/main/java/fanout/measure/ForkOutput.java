package fanout.measure;

import java.nio.charset.StandardCharsets;
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
  private static final int KEPT_CHARS = 20_000;

  private final StringBuilder text = new StringBuilder();

  /// The last lines that say something, at most `count`.
  synchronized List<String> lastLines(int count) {
    var lines = text.toString().lines().map(String::strip).filter(l -> !l.isEmpty()).toList();
    return lines.subList(Math.max(0, lines.size() - count), lines.size());
  }

  @Override
  public synchronized void print(String s) {
    text.append(s);
    if (text.length() > 2 * KEPT_CHARS) {
      text.delete(0, text.length() - KEPT_CHARS);
    }
  }

  @Override
  public void println(String s) {
    print(s + "\n");
  }

  @Override
  public void write(int b) {
    print(String.valueOf((char) b));
  }

  @Override
  public void write(byte[] b) {
    print(new String(b, StandardCharsets.UTF_8));
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
