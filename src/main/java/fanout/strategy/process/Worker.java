package fanout.strategy.process;

import java.io.BufferedInputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// A worker JVM of [WorkerPool]: reads tasks from standard input, does each on a virtual thread and
/// responds on standard output, until its input ends: because the pool closed it, or because the
/// pool's process is gone.
///
/// Leader and followers: the thread that has read a task goes on to do it, while another one reads
/// on, so that a task waits for no thread to wake up.
public final class Worker {
  /// What a JVM exits with that `-XX:+ExitOnOutOfMemoryError` ends.
  static final int EXIT_OUT_OF_MEMORY = 3;

  private static final int EXIT_FAILED = 1;
  private static final int EXIT_PROTOCOL = 2;

  /// Connections are closed within milliseconds; a worker whose parent is gone must not linger.
  private static final Duration CLOSE_TIME = Duration.ofMillis(500);

  private final FrameReader in;
  private final FrameWriter out;
  private final ReentrantLock writing = new ReentrantLock();
  private final FetchHandler fetches;
  private final Map<Long, Thread> running = new ConcurrentHashMap<>();

  /// Complete where nobody reads on.
  private final CompletableFuture<Integer> exitCode = new CompletableFuture<>();

  private Worker(FrameReader in, FrameWriter out, Frame.Settings settings) {
    this.in = in;
    this.out = out;
    this.fetches = new FetchHandler(settings, this::write);
  }

  /// Serves the pool that started this JVM. Prints of anybody else go to standard error.
  public static void main(String[] args) {
    var out = new FrameWriter(new FileOutputStream(FileDescriptor.out));
    var in = new FrameReader(new BufferedInputStream(new FileInputStream(FileDescriptor.in)));
    System.setOut(System.err);
    System.setIn(InputStream.nullInputStream());
    Runtime.getRuntime().halt(serve(in, out));
  }

  /// @return the exit code
  private static int serve(FrameReader in, FrameWriter out) {
    try {
      Frame first = in.read();
      if (first == null) {
        return 0;
      }
      if (!(first instanceof Frame.Settings settings)) {
        throw new FrameException("wrote this before the settings: " + first);
      }
      var worker = new Worker(in, out, settings);
      try {
        worker.write(new Frame.Hello());
        worker.startLeader();
        return worker.exitCode.join();
      } finally {
        worker.close();
      }
    } catch (IOException e) {
      return refused(e);
    }
  }

  private static int refused(IOException e) {
    System.err.println("The pool " + e.getMessage());
    return EXIT_PROTOCOL;
  }

  private void startLeader() {
    Thread.ofVirtual()
        .start(() -> {
          var task = nextTask();
          if (task != null) {
            startLeader();
            task.run();
          }
        });
  }

  /// Waits for a task, and does at once what is none.
  ///
  /// @return null where no more will come
  private @Nullable Runnable nextTask() {
    try {
      for (Frame frame = in.read(); frame != null; frame = in.read()) {
        var task = task(frame, System.nanoTime());
        if (task != null) {
          return task;
        }
      }
      exitCode.complete(0);
    } catch (IOException e) {
      exitCode.complete(refused(e));
    } catch (RuntimeException | Error e) {
      System.err.println("The worker failed: " + e);
      exitCode.complete(EXIT_FAILED);
    }
    return null;
  }

  private @Nullable Runnable task(Frame frame, long readAtNanos) throws FrameException {
    if (!(frame instanceof Frame.Request request)) {
      throw new FrameException("wrote a reply: " + frame);
    }
    return switch (request) {
      case Frame.Fetch fetch -> ofThisThread(fetch.id(), () -> fetch(fetch, readAtNanos));
      case Frame.Echo echo -> ofThisThread(echo.id(), () -> write(echo));
      case Frame.Cancel cancel -> {
        cancel(cancel.id());
        yield null;
      }
      case Frame.Settings _ -> throw new FrameException("wrote its settings twice");
    };
  }

  /// This thread is the one to interrupt before anybody reads that the task is cancelled.
  private Runnable ofThisThread(long id, Runnable task) {
    running.put(id, Thread.currentThread());
    return () -> {
      task.run();
      running.remove(id);
    };
  }

  private void cancel(long id) {
    var thread = running.get(id);
    if (thread != null) {
      thread.interrupt();
    }
  }

  private void fetch(Frame.Fetch task, long readAtNanos) {
    try {
      fetches.handle(task, readAtNanos);
    } catch (OutOfMemoryError e) {
      // It may have hit the client's threads too: this JVM is not to be trusted any more. What else
      // is in flight goes to another one.
      System.err.println(e);
      Runtime.getRuntime().halt(EXIT_OUT_OF_MEMORY);
    }
  }

  private void write(Frame frame) {
    writing.lock();
    try {
      out.add(frame);
      out.flush();
    } catch (IOException e) {
      // Nobody is left to be told: the pool is gone, and the end of the input says so too.
      System.err.println("The pool does not listen: " + e.getMessage());
    } finally {
      writing.unlock();
    }
  }

  private void close() {
    running.values().forEach(Thread::interrupt);
    var closing = Thread.ofPlatform().daemon().start(fetches::close);
    try {
      closing.join(CLOSE_TIME);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
