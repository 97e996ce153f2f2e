package fanout.strategy.process;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A worker as its pool knows it: whether it is ready, and which tasks it has. Not thread-safe.
final class PooledWorker {
  /// A JVM starts within a second; on a machine that swaps it may take many.
  private static final Duration START_TIME = Duration.ofSeconds(30);

  /// From the end of the deadline and the pause, which a worker keeps by itself, to its death.
  private static final Duration GRACE = Duration.ofSeconds(2);

  private final WorkerProcess process;
  private final Duration deadline;
  private final long createdNanos;

  /// What it was given and has not responded to, the oldest first.
  private final LinkedHashMap<Long, Task> inFlight = new LinkedHashMap<>();

  private boolean ready;

  /// @param deadline of a fetch
  PooledWorker(WorkerProcess process, Duration deadline, long createdNanos) {
    this.process = process;
    this.deadline = deadline;
    this.createdNanos = createdNanos;
  }

  /// How long a worker has at least from now on, whatever it is given.
  static Duration shortestPatience(Duration deadline) {
    var withoutPause = deadline.plus(GRACE);
    return withoutPause.compareTo(START_TIME) < 0 ? withoutPause : START_TIME;
  }

  WorkerProcess process() {
    return process;
  }

  /// Whether it takes tasks.
  boolean isReady() {
    return ready;
  }

  void setReady() {
    ready = true;
  }

  int inFlight() {
    return inFlight.size();
  }

  /// Posts `task`; whoever calls this flushes the process later.
  void handOver(long id, Task task, long nowNanos) {
    inFlight.put(id, task.handedOver(nowNanos));
    process.post(task.job().request(id));
  }

  /// The task of a number.
  ///
  /// @throws FrameException if this worker does not have it
  Task task(long id) throws FrameException {
    return known(id, inFlight.get(id));
  }

  /// Takes a task away, so that no second response counts.
  Task take(long id) throws FrameException {
    return known(id, inFlight.remove(id));
  }

  /// Posts that the worker shall give up what nobody waits for.
  ///
  /// @return whether there is something to flush
  boolean cancelWhatIsOver() {
    boolean posted = false;
    for (var entry : inFlight.entrySet()) {
      var task = entry.getValue();
      if (task.job().isOver() && !task.cancelled()) {
        entry.setValue(task.cancel());
        process.post(new Frame.Cancel(entry.getKey()));
        posted = true;
      }
    }
    return posted;
  }

  /// What it has not responded to, the oldest first.
  List<Task> tasks() {
    return new ArrayList<>(inFlight.values());
  }

  /// Whether the deadline of `task`, which it has, is over: no other worker may begin anew.
  boolean isOverdue(Task task, long nowNanos) {
    long nanos = TimeUnit.NANOSECONDS.convert(deadline.plus(task.job().pause()));
    return nowNanos - task.handedOverNanos() >= nanos;
  }

  /// Kills the process if it hangs: if it has not responded to a task long after its deadline, or
  /// is not ready long after its start.
  ///
  /// @return how long it has at least; `Long.MAX_VALUE` where there is nothing to wait for
  long killIfOverdue(long nowNanos) {
    if (!ready) {
      long nanosLeft = START_TIME.toNanos() - (nowNanos - createdNanos);
      return killUnless(nanosLeft, "was not ready within " + START_TIME.toSeconds() + " s");
    }
    long least = Long.MAX_VALUE;
    for (var task : inFlight.values()) {
      var patience = deadline.plus(task.job().pause()).plus(GRACE);
      long nanosLeft = TimeUnit.NANOSECONDS.convert(patience) - (nowNanos - task.handedOverNanos());
      var because = "hung: it gave no reply within " + patience.toMillis() + " ms";
      least = Math.min(least, killUnless(nanosLeft, because));
    }
    return least;
  }

  private long killUnless(long nanosLeft, String because) {
    if (nanosLeft > 0) {
      return nanosLeft;
    }
    process.kill(because);
    return Long.MAX_VALUE;
  }

  private static Task known(long id, @Nullable Task task) throws FrameException {
    if (task == null) {
      throw new FrameException("replied to task " + id + ", which it does not have");
    }
    return task;
  }
}
