package fanout.strategy.process;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What no worker has room for, in the order of its arrival. Not thread-safe.
final class TaskQueue {
  /// Enough for a fan-out of thousands to go on while its caller sleeps, few enough to be bounded.
  static final int CAPACITY = 1024;

  private final Deque<Task> tasks = new ArrayDeque<>();

  boolean isFull() {
    return tasks.size() >= CAPACITY;
  }

  /// Whether it is worth waking those who wait for room.
  boolean isHalfEmpty() {
    return tasks.size() <= CAPACITY / 2;
  }

  int size() {
    return tasks.size();
  }

  /// Queues as many of `jobs` as there is room for.
  ///
  /// @return how many those are
  int add(List<? extends Job> jobs) {
    int taken = Math.clamp(CAPACITY - tasks.size(), 0, jobs.size());
    jobs.subList(0, taken).forEach(job -> tasks.add(Task.of(job)));
    return taken;
  }

  /// Queues a task that a worker lost, before all else, whether there is room or not.
  void addFirst(Task lost) {
    tasks.addFirst(lost);
  }

  /// Takes the first task that somebody waits for.
  ///
  /// @return null where there is none
  @Nullable Task poll() {
    var task = tasks.poll();
    while (task != null && task.job().isOver()) {
      task = tasks.poll();
    }
    return task;
  }

  /// Drops what nobody waits for.
  void removeWhatIsOver() {
    tasks.removeIf(task -> task.job().isOver());
  }

  /// Takes everything.
  List<Job> drain() {
    var jobs = new ArrayList<Job>(tasks.size());
    tasks.forEach(task -> jobs.add(task.job()));
    tasks.clear();
    return jobs;
  }
}
