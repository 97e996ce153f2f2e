package fanout.benchmark;

import fanout.probe.WarmUpProfiler;
import fanout.stub.SteadyState;
import java.time.Duration;
import java.util.ArrayList;

/// Keeps a fork busy until it gets no faster, so that what is measured is compiled code. By work
/// and not by time: in four seconds of batches that wait for 20 ms, one fetch after the other,
/// there are 27 of them, and compiling them is half of the CPU time that is measured then.
final class WarmUp {
  /// System property: how long it takes at most, in seconds; 0 for no warm-up of this kind.
  static final String BOUND_PROPERTY = "fanout.warmUp.seconds";

  /// Twice as long as most strategies need.
  private static final int BOUND_SECONDS = 8;

  private static final Duration WINDOW = Duration.ofMillis(500);

  private WarmUp() {}

  /// One operation, which does not wait if that can be.
  interface Work {
    void run() throws Exception;
  }

  /// Works until the pace is steady, but no longer than [#BOUND_PROPERTY] says and one window more;
  /// [WarmUpProfiler] tells which it was.
  static void untilSteady(Work work) throws Exception {
    untilSteady(work, Duration.ofSeconds(Integer.getInteger(BOUND_PROPERTY, BOUND_SECONDS)));
  }

  static void untilSteady(Work work, Duration bound) throws Exception {
    if (bound.isZero()) {
      return;
    }
    var paces = new ArrayList<Double>();
    long startNs = System.nanoTime();
    boolean steady = false;
    while (!steady && System.nanoTime() - startNs < bound.toNanos()) {
      paces.add(operationsPerSecond(work));
      steady = SteadyState.isSteady(paces);
    }
    WarmUpProfiler.ended(steady, System.nanoTime() - startNs);
  }

  private static double operationsPerSecond(Work work) throws Exception {
    long startNs = System.nanoTime();
    long operations = 0;
    do {
      work.run();
      operations++;
    } while (System.nanoTime() - startNs < WINDOW.toNanos());
    return operations * 1e9 / (System.nanoTime() - startNs);
  }
}
