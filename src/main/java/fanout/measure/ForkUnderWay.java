package fanout.measure;

import fanout.os.ChildProcess;
import fanout.os.TreeEnding;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Processes, and work of this JVM, that are ended where the run is stopped.
public final class ForkUnderWay implements AutoCloseable {
  /// What hooks of a fork need at most.
  private static final Duration GRACE = Duration.ofSeconds(1);

  private static final Set<ForkUnderWay> OPEN = ConcurrentHashMap.newKeySet();

  private final Runnable ending;

  private ForkUnderWay(Runnable ending) {
    this.ending = ending;
    OPEN.add(this);
  }

  static ForkUnderWay of(ChildProcess child) {
    return new ForkUnderWay(child::end);
  }

  /// What this thread does until that is closed: it is interrupted where the run is stopped.
  public static ForkUnderWay ofThisThread() {
    var thread = Thread.currentThread();
    return new ForkUnderWay(thread::interrupt);
  }

  /// The children of this JVM that bear `mark`, whenever they are started.
  static ForkUnderWay marked(String mark) {
    return new ForkUnderWay(() -> endMarked(mark));
  }

  /// Ends all of them. What starts at this moment may be missed.
  public static void endAll() {
    OPEN.forEach(ForkUnderWay::end);
  }

  void end() {
    ending.run();
  }

  @Override
  public void close() {
    OPEN.remove(this);
  }

  private static void endMarked(String mark) {
    TreeEnding.childrenMarked(mark).forEach(fork -> TreeEnding.end(fork, GRACE));
  }
}
