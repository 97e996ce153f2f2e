package fanout.strategy.process;

import java.time.Duration;

/// What a caller of the pool wants done: a worker does it; a second one does if the first is lost.
///
/// The methods that report a worker's frames run on the thread that reads from that worker.
interface Job {
  /// The frame that hands it to a worker.
  Frame.Request request(long id);

  /// How long a worker waits after it before it responds.
  Duration pause();

  /// Whether nobody waits for it any more.
  boolean isOver();

  /// How long somebody waits for it; zero or less where that is over.
  long nanosLeft();

  /// A worker began it.
  ///
  /// @param handedOverNanos [System#nanoTime()] when that worker was given it
  void started(Frame.Started started, long handedOverNanos);

  /// A worker responded; this is called at most once.
  ///
  /// @param handedOverNanos as for [#started]
  /// @throws FrameException if that is no response to this job
  void responded(Frame.Reply reply, long handedOverNanos) throws FrameException;

  /// No worker will respond to it.
  ///
  /// @param what what happened to it, as a verb phrase
  void lost(String what);

  /// The pool was closed before a worker responded.
  void closed();
}
