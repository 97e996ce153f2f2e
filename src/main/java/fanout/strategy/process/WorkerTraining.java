package fanout.strategy.process;

import fanout.fetch.Endpoint;
import fanout.fetch.FetchSettings;
import fanout.os.ChildProcess;
import fanout.os.JavaProgram;
import fanout.os.LastWords;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// Has one worker do a worker's usual work while its JVM notes what an AOT cache should hold. A
/// pool would not give it the seconds that it takes to write the cache when it ends.
public final class WorkerTraining {
  /// To work and to write the cache: each takes seconds.
  private static final Duration TRAINING_TIME = Duration.ofMinutes(2);

  private static final int KEPT_BYTES = 4096;

  private WorkerTraining() {}

  /// Makes the cache of the worker, from this JVM's class path.
  ///
  /// @param settings where the six endpoints are
  /// @param cache the file to make
  /// @throws IOException if the worker fails, or takes longer than two minutes
  public static void run(FetchSettings settings, Path cache)
      throws IOException, InterruptedException {
    var output = List.of("-XX:AOTCacheOutput=" + cache);
    run(
        new WorkerCommand(JavaProgram.WORKER.mainClass(), output, Map.of()),
        settings,
        TRAINING_TIME);
  }

  static void run(WorkerCommand command, FetchSettings settings, Duration limit)
      throws IOException, InterruptedException {
    var process = command.start();
    var inTime = process.handle().onExit().orTimeout(limit.toMillis(), TimeUnit.MILLISECONDS);
    // Then whoever reads from the worker, or waits for it, sees its end.
    var _ = inTime.whenComplete((_, _) -> process.kill());
    var errors = LastWords.of(process.errors(), "worker-training-stderr", KEPT_BYTES);
    try {
      work(process, settings);
      int exitCode = process.awaitEnd();
      if (exitCode != 0) {
        throw new IOException(
            "The worker ended with exit code "
                + exitCode
                + ": "
                + errors.await(Duration.ofSeconds(1)).text());
      }
    } catch (IOException e) {
      throw inTime.isCompletedExceptionally()
          ? new IOException("The worker wrote no AOT cache within " + limit, e)
          : e;
    } finally {
      process.kill();
    }
  }

  /// A batch with listening, as the fetch program uses it; the end of its input ends the worker.
  private static void work(ChildProcess process, FetchSettings settings) throws IOException {
    try (var out = process.input()) {
      var writer = new FrameWriter(out);
      var reader = new FrameReader(process.output());
      writer.add(new Frame.Settings(settings, true));
      writer.add(new Frame.Echo(0));
      for (int i = 0; i < Endpoint.SIX.size(); i++) {
        writer.add(new Frame.Fetch(i + 1L, Endpoint.SIX.get(i), Duration.ZERO));
      }
      writer.flush();
      for (int results = 0; results < Endpoint.SIX.size(); ) {
        switch (reader.read()) {
          case null -> throw new IOException("The worker ended before it had responded");
          case Frame.Failure failure -> throw new IOException("The worker failed: " + failure);
          case Frame.Result _ -> results++;
          case Frame _ -> {}
        }
      }
    }
  }
}
