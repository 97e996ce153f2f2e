package fanout.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What threads are said to have used, beside what they know themselves.
class CpuReadingTest {
  private static final long WORK_NS = TimeUnit.MILLISECONDS.toNanos(300);

  @BeforeEach
  void theSystemTells() {
    assumeTrue(CpuReading.isPossible());
  }

  @Test
  void aThreadThatSleepsUsesNothing() throws Exception {
    var sleeper = new Thread(CpuReadingTest::sleepForever);
    sleeper.start();
    var before = CpuReading.now();
    TimeUnit.MILLISECONDS.sleep(200);

    var used = CpuReading.now().since(before);

    sleeper.interrupt();
    assertThat(program(used)).isLessThan(WORK_NS / 10);
  }

  @Test
  void aThreadThatIsAliveIsCountedInNanoseconds() throws Exception {
    var started = CpuReading.now();
    var worker =
        new Thread(() -> {
          work();
          sleepForever();
        });
    worker.start();
    while (worker.getState() != Thread.State.TIMED_WAITING) {
      TimeUnit.MILLISECONDS.sleep(5);
    }
    var used = CpuReading.now().since(started);

    worker.interrupt();
    assertThat(program(used)).isBetween(WORK_NS, WORK_NS * 3 / 2);
  }

  /// Born, busy and gone between two readings.
  @Test
  void aThreadThatEndsIsNotLost() throws Exception {
    var before = CpuReading.now();
    var worker = new Thread(CpuReadingTest::work);
    worker.start();
    worker.join();

    assertThat(program(CpuReading.now().since(before)))
        .isBetween(WORK_NS - 40_000_000, WORK_NS * 3 / 2);
  }

  @Test
  void theThreadThatReadsCountsForUs() {
    var before = CpuReading.now();
    work();

    assertThat(program(CpuReading.now().since(before))).isLessThan(WORK_NS / 3);
  }

  @Test
  void threadsAreToldByTheNamesThatLinuxCuts() {
    assertThat(TaskCpu.roleOf("C2 CompilerThre")).isEqualTo(TaskCpu.Role.COMPILER);
    assertThat(TaskCpu.roleOf("G1 Conc#0")).isEqualTo(TaskCpu.Role.COLLECTOR);
    assertThat(TaskCpu.roleOf("GC Thread#1")).isEqualTo(TaskCpu.Role.COLLECTOR);
    assertThat(TaskCpu.roleOf("ZDriverMinor")).isEqualTo(TaskCpu.Role.COLLECTOR);
    assertThat(TaskCpu.roleOf("HttpClient-1-Se")).isEqualTo(TaskCpu.Role.PROGRAM);
    assertThat(TaskCpu.roleOf("cost-sample")).isEqualTo(TaskCpu.Role.PROFILER);
  }

  private static long program(Map<TaskCpu.Role, Long> used) {
    return used.getOrDefault(TaskCpu.Role.PROGRAM, 0L);
  }

  /// By the thread's own account, whatever else the machine does.
  private static void work() {
    var threads = java.lang.management.ManagementFactory.getThreadMXBean();
    long start = threads.getCurrentThreadCpuTime();
    while (threads.getCurrentThreadCpuTime() - start < WORK_NS) {
      Thread.onSpinWait();
    }
  }

  private static void sleepForever() {
    try {
      TimeUnit.HOURS.sleep(1);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
