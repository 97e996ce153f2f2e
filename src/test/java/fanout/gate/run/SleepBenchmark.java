package fanout.gate.run;

import java.io.File;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/// Takes as long as it is told, whatever else the machine does: what the gate's tests measure.
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@State(Scope.Benchmark)
public class SleepBenchmark {
  /// Makes one arm slower, in percent.
  private static final int SLOWER_PERCENT = Integer.getInteger("fanout.test.slower", 0);

  /// 20 ms in all: a fifth of it is many times what the system's timers are late.
  private static final long NS_PER_PERCENT = 200_000;

  @Param("SLEEPS")
  String name;

  @Benchmark
  public void sleep() throws InterruptedException, IOException {
    if (Boolean.getBoolean("fanout.test.crash")) {
      throw new IllegalStateException("users: responded with 500");
    }
    var crashOnce = System.getProperty("fanout.test.crashOnce");
    if (crashOnce != null && new File(crashOnce).createNewFile()) {
      throw new IllegalStateException("users: responded with 500");
    }
    TimeUnit.NANOSECONDS.sleep(NS_PER_PERCENT * (100 + SLOWER_PERCENT));
  }
}
