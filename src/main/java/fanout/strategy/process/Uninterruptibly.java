package fanout.strategy.process;

/// Waiting that an interrupt does not end, for `close()`.
final class Uninterruptibly {
  private Uninterruptibly() {}

  /// Waits until `thread` has ended; an interrupt meanwhile stays set.
  static void join(Thread thread) {
    boolean interrupted = Thread.interrupted();
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
