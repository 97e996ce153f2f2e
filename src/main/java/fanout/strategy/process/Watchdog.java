package fanout.strategy.process;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/// Has a [Dispatcher] kill its workers that hang, when they do. It sleeps until the next deadline,
/// so that a pool that is busy and well wakes it about once per deadline.
final class Watchdog implements AutoCloseable {
  private enum State {
    NEW,
    /// Sleeps until it is woken, or is about to.
    IDLE,
    /// Sleeps until the next deadline.
    WATCHING,
    CLOSED
  }

  private final Dispatcher dispatcher;
  private final long shortestNanos;
  private final Thread thread =
      Thread.ofPlatform().daemon().name("worker-watchdog").unstarted(this::run);
  private final AtomicReference<State> state = new AtomicReference<>(State.NEW);

  /// @param shortest what a worker has at least, whatever it is given while this sleeps
  Watchdog(Dispatcher dispatcher, Duration shortest) {
    this.dispatcher = dispatcher;
    this.shortestNanos = TimeUnit.NANOSECONDS.convert(shortest);
  }

  /// There is something to watch. This never blocks, and costs nothing where it knows.
  void wake() {
    switch (state.get()) {
      case NEW -> {
        if (state.compareAndSet(State.NEW, State.WATCHING)) {
          thread.start();
        }
      }
      case IDLE -> {
        if (state.compareAndSet(State.IDLE, State.WATCHING)) {
          LockSupport.unpark(thread);
        }
      }
      case WATCHING, CLOSED -> {}
    }
  }

  /// Returns when its thread has ended.
  @Override
  public void close() {
    state.set(State.CLOSED);
    LockSupport.unpark(thread);
    Uninterruptibly.join(thread);
  }

  private void run() {
    // Idle before it asks: whatever comes after the question wakes it.
    while (become(State.IDLE)) {
      long nanosLeft = dispatcher.killOverdue();
      if (nanosLeft == Long.MAX_VALUE) {
        LockSupport.park(this);
      } else if (become(State.WATCHING)) {
        LockSupport.parkNanos(this, Math.min(nanosLeft, shortestNanos));
      }
    }
  }

  /// @return whether it is not closed
  private boolean become(State next) {
    return state.updateAndGet(now -> now == State.CLOSED ? now : next) != State.CLOSED;
  }
}
