package fanout.probe;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// How much the threads of this JVM have allocated. From Java 21 on, threads that have ended count
/// too, and what virtual threads allocate; before, only platform threads that are alive.
final class Allocation {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final @Nullable Method TOTAL = total();

  private Allocation() {}

  /// Says which threads count, so that figures of which one counts more are not compared.
  static String unitPerOperation() {
    return TOTAL == null ? "B/op of live threads" : "B/op";
  }

  /// Bytes allocated so far.
  static long bytes() {
    if (TOTAL == null) {
      long[] perThread = THREADS.getThreadAllocatedBytes(THREADS.getAllThreadIds());
      return Arrays.stream(perThread).filter(bytes -> bytes > 0).sum();
    }
    try {
      return (long) TOTAL.invoke(THREADS);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException("The JVM does not tell how much it has allocated", e);
    }
  }

  /// What this thread has allocated.
  static long bytesOfThisThread() {
    return THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
  }

  private static @Nullable Method total() {
    try {
      return ThreadMXBean.class.getMethod("getTotalThreadAllocatedBytes");
    } catch (NoSuchMethodException e) {
      return null;
    }
  }
}
