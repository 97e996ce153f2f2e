package fanout.measure;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// Behaves as its parameter says: what forks of the tests run.
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@State(Scope.Benchmark)
public class TinyBenchmark {
  /// What the fork does.
  public enum Behaviour {
    WORKS,
    THROWS_IN_SETUP,
    THROWS_WHILE_TIMED,
    DIES,
    HANGS
  }

  @Param Behaviour behaviour;

  @Setup
  public void setUp() {
    if (behaviour == Behaviour.THROWS_IN_SETUP) {
      throw new IllegalStateException("expected six responses, got 5");
    }
  }

  @Benchmark
  public long operation() throws InterruptedException {
    switch (behaviour) {
      case WORKS, THROWS_IN_SETUP -> {}
      case THROWS_WHILE_TIMED -> throw new IllegalStateException("users: responded with 500");
      case DIES -> {
        // JMH takes System.err into its own link, which dies with the JVM.
        var err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, UTF_8);
        err.println("out of luck");
        Runtime.getRuntime().halt(7);
      }
      case HANGS -> hang();
    }
    return System.nanoTime();
  }

  /// Does not end when it is interrupted either, as a deadlock does not.
  private static void hang() {
    boolean forEver = true;
    while (forEver) {
      Thread.onSpinWait();
    }
  }
}
