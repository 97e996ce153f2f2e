package fanout.strategy.process;

import fanout.fetch.Endpoint;
import fanout.fetch.FetchSettings;
import fanout.jvm.JavaProgram;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// Has one worker do a worker's usual work while its JVM notes what an AOT cache should hold. A
/// pool would not give it the seconds that it takes to write the cache when it ends.
public final class WorkerTraining {
  private static final Duration WRITING_TIME = Duration.ofMinutes(2);

  private WorkerTraining() {}

  /// Makes the cache of the worker, from this JVM's class path.
  ///
  /// @param settings where the six endpoints are
  /// @param cache the file to make
  /// @throws IOException if the worker fails
  public static void run(FetchSettings settings, Path cache)
      throws IOException, InterruptedException {
    var output = List.of("-XX:AOTCacheOutput=" + cache);
    var process = new WorkerCommand(JavaProgram.WORKER.mainClass(), output, Map.of()).start();
    var errors = ErrorTail.of(process.getErrorStream(), "worker-training-stderr");
    try {
      work(process, settings);
      if (!process.waitFor(WRITING_TIME.toSeconds(), TimeUnit.SECONDS)) {
        throw new IOException("The worker wrote no AOT cache within " + WRITING_TIME);
      }
      if (process.exitValue() != 0) {
        throw new IOException(
            "The worker ended with exit code " + process.exitValue() + ": " + lastWords(errors));
      }
    } finally {
      process.destroyForcibly();
    }
  }

  /// A batch with listening, as the fetch program asks for it; the end of its input ends the
  /// worker.
  private static void work(Process process, FetchSettings settings) throws IOException {
    try (var out = process.getOutputStream()) {
      var writer = new FrameWriter(out);
      var reader = new FrameReader(process.getInputStream());
      writer.add(new Frame.Settings(settings, true));
      writer.add(new Frame.Echo(0));
      for (int i = 0; i < Endpoint.SIX.size(); i++) {
        writer.add(new Frame.Fetch(i + 1L, Endpoint.SIX.get(i), true));
      }
      writer.flush();
      for (int results = 0; results < Endpoint.SIX.size(); ) {
        switch (reader.read()) {
          case null -> throw new IOException("The worker ended before it had answered");
          case Frame.Failure failure -> throw new IOException("The worker failed: " + failure);
          case Frame.Result _ -> results++;
          case Frame _ -> {}
        }
      }
    }
  }

  private static String lastWords(ErrorTail errors) throws InterruptedException {
    return errors.await(Duration.ofSeconds(1));
  }
}
