package fanout.os;

import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;

/// What this JVM does when it ends, unless that is closed before. A JVM runs all its hooks at once;
/// these run in turn, as files can be deleted for good only when nobody works with them any more.
public final class ShutdownHook implements AutoCloseable {
  /// When an action runs: those of an earlier turn have ended then.
  public enum Turn {
    /// Ends what is under way, and waits for its end.
    END_WORK,
    /// Deletes what it has left.
    DELETE_FILES,
    /// The last of all.
    LEAVE
  }

  /// The newest first.
  private static final Deque<ShutdownHook> INSTALLED = new ConcurrentLinkedDeque<>();

  static {
    Runtime.getRuntime().addShutdownHook(new Thread(ShutdownHook::runAll, "fanout-shutdown"));
  }

  private final Turn turn;
  private final Runnable action;

  private ShutdownHook(Turn turn, Runnable action) {
    this.turn = turn;
    this.action = action;
  }

  /// Installs a hook.
  public static ShutdownHook install(Turn turn, Runnable action) {
    var hook = new ShutdownHook(turn, action);
    INSTALLED.addFirst(hook);
    return hook;
  }

  @Override
  public void close() {
    INSTALLED.remove(this);
  }

  private static void runAll() {
    for (var turn : Turn.values()) {
      INSTALLED.stream().filter(hook -> hook.turn == turn).forEach(ShutdownHook::run);
    }
  }

  private void run() {
    try {
      action.run();
    } catch (RuntimeException _) {
      // The others' turn comes nevertheless.
    }
  }
}
