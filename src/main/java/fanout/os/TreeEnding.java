package fanout.os;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/// Ends processes with all below them.
public final class TreeEnding {
  /// What the system needs at most to take away a process that was killed.
  private static final Duration TAKING_AWAY = Duration.ofSeconds(1);

  private TreeEnding() {}

  /// Asks `root` to end, and kills what is left of it and of all below it when `grace` is over.
  public static void end(ProcessHandle root, Duration grace) {
    // Whoever's parent ends first is nobody's descendant any more.
    var below = root.descendants().toList();
    if (root.destroy()) {
      await(root, grace);
    }
    below.forEach(ProcessHandle::destroyForcibly);
    kill(root);
  }

  /// Ends `root` and all below it at once, and waits until `root` is gone.
  public static void kill(ProcessHandle root) {
    root.descendants().forEach(ProcessHandle::destroyForcibly);
    if (root.destroyForcibly()) {
      await(root, TAKING_AWAY);
    }
  }

  /// The processes that this JVM started and whose command line holds `mark`.
  ///
  /// @param mark an argument among the first: the system may tell no more than 4096 bytes
  public static Stream<ProcessHandle> childrenMarked(String mark) {
    return ProcessHandle.current()
        .children()
        .filter(child -> child.info().commandLine().orElse("").contains(mark));
  }

  private static void await(ProcessHandle process, Duration limit) {
    try {
      process.onExit().get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException _) {
      // Nothing more can be done than to kill it.
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
