package fanout.probe;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// A piece of work that needs nothing but the JDK, in a JVM of its own: sorting, hashing and
/// allocating, as most programs do. It is the same whatever is compared, so where it seems to have
/// changed, the machine has. Prints the median time of a turn in nanoseconds, after a second of
/// warm-up.
public final class ReferenceLoop {
  private static final int SIZE = 4096;
  private static final long WARM_UP_NS = TimeUnit.SECONDS.toNanos(1);
  private static final long ITERATION_NS = TimeUnit.MILLISECONDS.toNanos(30);
  private static final int ITERATIONS = 5;

  private final long[] numbers = new long[SIZE];

  private ReferenceLoop() {
    long state = 1;
    for (int i = 0; i < SIZE; i++) {
      state = state * 6364136223846793005L + 1442695040888963407L; // Knuth's MMIX generator
      numbers[i] = state >>> 16;
    }
  }

  /// Prints one number.
  public static void main(String[] args) {
    ReferenceLoop loop = new ReferenceLoop();
    loop.nanosPerTurn(WARM_UP_NS);
    double[] times = new double[ITERATIONS];
    for (int i = 0; i < ITERATIONS; i++) {
      times[i] = loop.nanosPerTurn(ITERATION_NS);
    }
    Arrays.sort(times);
    System.out.println(times[ITERATIONS / 2]);
  }

  private double nanosPerTurn(long leastNs) {
    long start = System.nanoTime();
    long turns = 0;
    long checksum = 0;
    do {
      checksum += turn();
      turns++;
    } while (System.nanoTime() - start < leastNs);
    double each = (double) (System.nanoTime() - start) / turns;
    if (checksum == 0) {
      throw new IllegalStateException(
          "The loop's work was optimised away"); // keeps it from being that
    }
    return each;
  }

  private long turn() {
    long[] sorted = numbers.clone();
    Arrays.sort(sorted);
    Map<Long, Integer> places = new HashMap<>();
    for (int i = 0; i < sorted.length; i += 2) {
      places.put(sorted[i], i);
    }
    long found = 0;
    for (long number : numbers) {
      found += places.getOrDefault(number, 1);
    }
    return found;
  }
}
