package fanout.strategy.process;

import fanout.os.ChildProcess;
import fanout.os.LastWords;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The pool's end of one worker JVM: a thread that starts it, reads from it until it ends, and says
/// why it ended.
final class WorkerProcess {
  /// What the JVM and its agents print when they start, at most.
  private static final int RUBBISH_BEFORE_HELLO_BYTES = 64 << 10;

  /// Of its error output.
  private static final int KEPT_BYTES = 4096;

  /// From the end of its output to the end of a process and of its error output.
  private static final Duration EXIT_TIME = Duration.ofSeconds(1);

  /// What a worker has to say, and to whom.
  interface Owner {
    void ready(WorkerProcess worker);

    void replied(WorkerProcess worker, Frame.Reply reply) throws FrameException;

    /// The process is gone. This is the last call.
    ///
    /// @param cause what it died of, as `ended with exit code 3`
    void ended(WorkerProcess worker, String cause);
  }

  private final WorkerCommand command;
  private final Frame.Settings settings;
  private final Owner owner;
  private final Thread reader;
  private final Outbox outbox = new Outbox();
  private @Nullable ChildProcess process;
  private @Nullable String killedBecause;

  WorkerProcess(String name, WorkerCommand command, Frame.Settings settings, Owner owner) {
    this.command = command;
    this.settings = settings;
    this.owner = owner;
    this.reader = Thread.ofPlatform().daemon().name(name).unstarted(this::run);
  }

  /// Starts the process, and returns at once.
  void start() {
    reader.start();
  }

  /// Notes what [#flush] will write. This never blocks.
  void post(Frame.Request request) {
    outbox.post(request);
  }

  /// Writes what was posted; a worker that does not take it is killed.
  void flush() {
    try {
      outbox.flush();
    } catch (IOException e) {
      kill("took no more tasks");
    }
  }

  /// Ends the process at once.
  ///
  /// @param because as in [Owner#ended]
  synchronized void kill(String because) {
    if (killedBecause == null) {
      killedBecause = because;
      if (process != null) {
        process.kill();
      }
    }
  }

  /// Has the worker end, by the end of its input. This never blocks.
  void endInput() {
    try {
      if (!outbox.tryClose()) {
        kill("was not needed");
      }
    } catch (IOException e) {
      kill("took no more tasks");
    }
  }

  /// Waits until the process is gone and [Owner#ended] has returned; it is killed where that has
  /// not happened by `deadlineNanos` of [System#nanoTime()], or this thread is interrupted.
  void awaitEnd(long deadlineNanos) {
    if (Thread.currentThread().equals(reader)) {
      return;
    }
    try {
      if (!reader.join(Duration.ofNanos(deadlineNanos - System.nanoTime()))) {
        kill("did not end");
      }
    } catch (InterruptedException e) {
      kill("did not end");
      Thread.currentThread().interrupt();
    }
    Uninterruptibly.join(reader);
  }

  synchronized @Nullable ChildProcess process() {
    return process;
  }

  private void run() {
    String cause;
    try {
      var started = launch();
      cause = started == null ? "was not needed" : serve(started);
    } catch (IOException e) {
      cause = "could not be started: " + e.getMessage();
    } catch (InterruptedException e) {
      cause = "was interrupted";
    } catch (RuntimeException | Error e) {
      // This JVM's own, such as too little memory for a body: nobody else would see the end of this
      // thread, and those who wait for its worker's responses would wait for ever.
      cause = "could not be listened to: " + e;
      destroy();
    }
    owner.ended(this, cause);
  }

  /// Ends the process, and returns when it is gone.
  private void destroy() {
    var running = process();
    if (running != null) {
      running.kill();
      var _ = running.handle().onExit().join();
    }
  }

  private synchronized @Nullable ChildProcess launch() throws IOException {
    if (killedBecause == null) {
      process = command.start();
    }
    return process;
  }

  /// @return what the process died of
  private String serve(ChildProcess started) throws InterruptedException {
    var errors = LastWords.of(started.errors(), reader.getName() + "-stderr", KEPT_BYTES);
    String cause = null;
    try (var in = started.output();
        var _ = started.input()) {
      outbox.open(started.input());
      post(settings);
      flush();
      converse(new FrameReader(in));
    } catch (IOException e) {
      cause = e.getMessage();
      started.kill();
    }
    if (!started.awaitEnd(EXIT_TIME)) {
      started.kill();
    }
    var exit = exitOf(started.awaitEnd());
    var lastWords = errors.await(EXIT_TIME).text();
    return Stream.of(Optional.ofNullable(killedBecause()), Optional.ofNullable(cause))
            .flatMap(Optional::stream)
            .findFirst()
            .orElse(exit)
        + (lastWords.isEmpty() ? "" : "; its last words: " + lastWords);
  }

  /// Returns at the end of the worker's output.
  private void converse(FrameReader in) throws IOException {
    Frame first = in.readAfterRubbish(RUBBISH_BEFORE_HELLO_BYTES);
    if (first == null) {
      return;
    }
    if (!(first instanceof Frame.Hello)) {
      throw new FrameException("began with " + first);
    }
    owner.ready(this);
    for (Frame frame = in.read(); frame != null; frame = in.read()) {
      if (!(frame instanceof Frame.Reply reply)) {
        throw new FrameException("wrote a request: " + frame);
      }
      owner.replied(this, reply);
    }
  }

  private synchronized @Nullable String killedBecause() {
    return killedBecause;
  }

  /// Java reports a signal as 128 and its number, as a shell does.
  private static String exitOf(int code) {
    return code > 128 ? "was killed by signal " + (code - 128) : "ended with exit code " + code;
  }
}
