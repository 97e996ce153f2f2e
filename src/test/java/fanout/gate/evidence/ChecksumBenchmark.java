package fanout.gate.evidence;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/// Keeps one processor busy, and by so many percent longer as it is told: a slowdown whose size is
/// known, as the time is the number of turns.
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@State(Scope.Benchmark)
public class ChecksumBenchmark {
  /// Percent by which an arm is slower.
  static final String SLOWER_PROPERTY = "fanout.evidence.slower";

  private static final int TURNS_PER_PERCENT = 2_000;
  private static final int PERCENT = 100;

  private final int turns = TURNS_PER_PERCENT * (PERCENT + Integer.getInteger(SLOWER_PROPERTY, 0));

  @Benchmark
  public long checksum() {
    long state = turns;
    for (int i = 0; i < turns; i++) {
      state ^= state << 13; // Marsaglia's xorshift: each turn needs the one before
      state ^= state >>> 7;
      state ^= state << 17;
    }
    return state;
  }
}
