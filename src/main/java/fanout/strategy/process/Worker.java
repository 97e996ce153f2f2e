package fanout.strategy.process;

import fanout.fetch.Endpoint;
import fanout.fetch.FetchException;
import fanout.fetch.FetchListener;
import fanout.fetch.FetchSettings;
import fanout.fetch.Fetched;
import fanout.fetch.Fetcher;
import java.io.BufferedInputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/// A worker JVM of [WorkerPool]: reads tasks from standard input, fetches each on a virtual thread
/// and answers on standard output, until its input ends: because the pool closed it, or because the
/// pool's process is gone.
public final class Worker {
  /// What `-XX:+ExitOnOutOfMemoryError` exits with.
  static final int EXIT_OUT_OF_MEMORY = 3;

  private static final int EXIT_PROTOCOL = 2;

  /// Connections are closed within milliseconds; a worker whose parent is gone must not linger.
  private static final Duration CLOSE_TIME = Duration.ofMillis(500);

  /// The task that a thread works on, where the pool listens.
  private static final ScopedValue<Long> TASK = ScopedValue.newInstance();

  private final FrameWriter out;
  private final ReentrantLock writing = new ReentrantLock();
  private final Fetcher fetcher;
  private final boolean listening;
  private final Map<Long, Thread> running = new ConcurrentHashMap<>();

  private Worker(FrameWriter out, FetchSettings settings, boolean listening) {
    this.out = out;
    this.fetcher = new Fetcher(settings, listening ? new Reporter() : FetchListener.NONE);
    this.listening = listening;
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
      var worker = new Worker(out, settings.settings(), settings.listening());
      try {
        worker.answer(new Frame.Hello());
        worker.serve(in);
      } finally {
        worker.close();
      }
      return 0;
    } catch (IOException e) {
      System.err.println("The pool " + e.getMessage());
      return EXIT_PROTOCOL;
    }
  }

  private void serve(FrameReader in) throws IOException {
    for (Frame frame = in.read(); frame != null; frame = in.read()) {
      if (!(frame instanceof Frame.Request request)) {
        throw new FrameException("wrote a reply: " + frame);
      }
      long readAtNanos = System.nanoTime();
      switch (request) {
        case Frame.Fetch fetch -> start(fetch.id(), () -> fetch(fetch, readAtNanos));
        case Frame.Echo echo -> start(echo.id(), () -> answer(echo));
        case Frame.Cancel cancel -> cancel(cancel.id());
        case Frame.Settings _ -> throw new FrameException("wrote its settings twice");
      }
    }
  }

  private void start(long id, Runnable task) {
    var thread =
        Thread.ofVirtual()
            .unstarted(() -> {
              task.run();
              running.remove(id);
            });
    running.put(id, thread);
    thread.start();
  }

  private void cancel(long id) {
    var thread = running.get(id);
    if (thread != null) {
      thread.interrupt();
    }
  }

  private void fetch(Frame.Fetch task, long readAtNanos) {
    if (listening) {
      ScopedValue.where(TASK, task.id()).run(() -> answer(fetched(task, readAtNanos)));
    } else {
      answer(fetched(task, readAtNanos));
    }
  }

  private Frame fetched(Frame.Fetch task, long readAtNanos) {
    try {
      var result = Frame.Result.of(task.id(), fetchNow(task, readAtNanos));
      return isShippable(result) ? result : tooLarge(result);
    } catch (FetchException e) {
      return new Frame.Failure(task.id(), e.what());
    } catch (InterruptedException e) {
      return new Frame.Failure(task.id(), "was cancelled");
    } catch (OutOfMemoryError e) {
      // Java code threw it, else the JVM would have ended: this heap or its buffers are not to be
      // trusted.
      System.err.println(e);
      Runtime.getRuntime().halt(EXIT_OUT_OF_MEMORY);
      throw e;
    } catch (RuntimeException | Error e) {
      return new Frame.Failure(task.id(), "failed in a worker process: " + e);
    }
  }

  private Fetched fetchNow(Frame.Fetch task, long readAtNanos)
      throws FetchException, InterruptedException {
    return task.pausing()
        ? fetcher.fetch(task.endpoint(), readAtNanos)
        : fetcher.fetchWithoutPause(task.endpoint(), readAtNanos);
  }

  private static boolean isShippable(Frame.Result result) {
    return result.body() == null || result.body().remaining() <= FrameFormat.MAX_BODY_BYTES;
  }

  private static Frame tooLarge(Frame.Result result) {
    return new Frame.Failure(
        result.id(),
        "answered "
            + result.bytes()
            + " bytes, but a worker process ships at most "
            + FrameFormat.MAX_BODY_BYTES);
  }

  private void answer(Frame frame) {
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
    var closing = Thread.ofPlatform().daemon().start(fetcher::close);
    try {
      closing.join(CLOSE_TIME);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Tells the pool when a fetch begins; of the end it learns by the result.
  private final class Reporter implements FetchListener {
    @Override
    public void started(Endpoint endpoint, long startedNs) {
      answer(new Frame.Started(TASK.get(), startedNs));
    }
  }
}
