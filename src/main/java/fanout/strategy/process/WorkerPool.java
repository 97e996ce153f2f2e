package fanout.strategy.process;

import fanout.fetch.Concurrency;
import fanout.fetch.FetchSettings;
import fanout.os.ChildProcess;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;

/// Worker JVMs that fetch, the counterpart of Python's `ProcessPoolExecutor`.
///
/// Workers start when there is work for them, all at once, and stay until [#close()]. A task goes
/// to the ready worker that has least to do; what no worker has room for waits in a bounded queue,
/// and callers wait for room in that. A worker that dies, hangs or writes rubbish is replaced, and
/// what it had not responded to is given to another one, once, where its deadline is not over.
/// Where it died before it was ready, and another one is, its replacement starts a second later, or
/// when the other one ends. Only where five workers in a row die before they are ready, and none
/// responds meanwhile, does the pool give up.
public final class WorkerPool implements AutoCloseable {
  /// From the end of its input to the end of a worker.
  private static final Duration CLOSE_TIME = Duration.ofSeconds(1);

  private final Dispatcher dispatcher;

  /// A pool without a worker yet. It uses the processes of `concurrency`, and the fetches in flight
  /// in each.
  public WorkerPool(FetchSettings settings, Concurrency concurrency) {
    this(new Frame.Settings(settings, false), concurrency, WorkerCommand.standard());
  }

  WorkerPool(Frame.Settings settings, Concurrency concurrency, WorkerCommand command) {
    this.dispatcher =
        new Dispatcher(
            concurrency,
            settings.settings().deadline(),
            (number, owner) -> new WorkerProcess("worker-" + number, command, settings, owner),
            System::nanoTime);
  }

  /// Hands a task without a fetch to a worker and waits until it comes back: the cost of crossing
  /// to another process and returning, on the path that fetches take. Any number of threads may
  /// call it at once.
  ///
  /// @throws InterruptedException if this thread is interrupted
  /// @throws IllegalStateException if this pool is closed, or no worker responds
  public void echo() throws InterruptedException {
    var echo = new EchoJob();
    submit(List.of(echo));
    try {
      echo.await();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  /// As [Dispatcher#submit].
  void submit(List<? extends Job> jobs) throws InterruptedException {
    dispatcher.submit(jobs);
  }

  /// As [Dispatcher#takeBack].
  void takeBack() {
    dispatcher.takeBack();
  }

  /// Ends all workers; whoever still waits for a response gets an [IllegalStateException] at once.
  /// Returns when no process and no thread is left.
  @Override
  public void close() {
    var ending = dispatcher.close();
    ending.forEach(WorkerProcess::endInput);
    long deadlineNanos = System.nanoTime() + CLOSE_TIME.toNanos();
    ending.forEach(worker -> worker.awaitEnd(deadlineNanos));
  }

  static IllegalStateException closedMeanwhile() {
    return new IllegalStateException(
        "The worker pool of MULTI_PROCESS was closed before the response came");
  }

  /// The workers' processes that run now.
  List<ProcessHandle> processes() {
    return dispatcher.workers().stream()
        .map(WorkerProcess::process)
        .filter(Objects::nonNull)
        .map(ChildProcess::handle)
        .toList();
  }
}
