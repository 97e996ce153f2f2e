package fanout.gate.run;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/// Fails in a fork that lacks one of its annotated JVM arguments, each of another kind.
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
    jvmArgsPrepend = "-Dfanout.test.prepended=true",
    jvmArgs = {"-XX:+UseSerialGC", "-Dfanout.test.own=true"},
    jvmArgsAppend = "-Dfanout.test.appended=true")
public class FlagsBenchmark {
  @Benchmark
  public void operation() throws InterruptedException {
    for (var name : new String[] {"prepended", "own", "appended", "arm"}) {
      if (!Boolean.getBoolean("fanout.test." + name)) {
        throw new IllegalStateException("the fork lacks -Dfanout.test." + name);
      }
    }
    TimeUnit.MILLISECONDS.sleep(1);
  }
}
