package fanout.cli.fetch;

import fanout.cli.CommandRunner;
import fanout.cli.ExitCode;
import fanout.fetch.FetchSettings;
import fanout.os.AotCache;
import fanout.os.AtomicFile;
import fanout.os.ChildProcess;
import fanout.os.JavaProgram;
import fanout.strategy.process.WorkerTraining;
import fanout.stub.Payloads;
import fanout.stub.StubProcess;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// The last step of a build: makes the AOT caches of the programs whose start counts, by having
/// each do its usual work once.
@Command(
    name = "aot-caches",
    mixinStandardHelpOptions = true,
    description = "Makes the AOT caches of scripts/fetch and of its workers, beside their jar.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:all that this JDK makes", "1:a program failed while it was trained"})
public final class AotCaches implements Callable<Integer> {
  private static final Duration TRAINING_TIME = Duration.ofMinutes(2);

  @Parameters(paramLabel = "JAR", description = "The jar, as it stands in this JVM's class path.")
  private Path jar = Path.of("");

  public static void main(String[] args) {
    CommandRunner.runAndExit(new AotCaches(), args);
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    try (var stub = StubProcess.start(Payloads.generated())) {
      for (var program : JavaProgram.values()) {
        make(program, stub.baseUri());
      }
    }
    return ExitCode.OK.status();
  }

  private void make(JavaProgram program, URI stub) throws IOException, InterruptedException {
    var cache = AotCache.fileFor(program, jar);
    AotCache.deleteAll(program, jar);
    var unfinished = cache.resolveSibling(cache.getFileName() + ".tmp");
    try {
      switch (program) {
        case FETCH -> trainFetch(stub, unfinished);
        case WORKER -> WorkerTraining.run(FetchSettings.of(stub), unfinished);
      }
      keep(program, unfinished, cache);
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  /// Puts a cache where it is looked for. A JDK that makes none may exit with 0 all the same, and
  /// the program works without.
  static void keep(JavaProgram program, Path unfinished, Path cache) throws IOException {
    if (Files.exists(unfinished)) {
      AtomicFile.publish(unfinished, cache);
    } else {
      System.err.println(
          "aot-caches: this JDK wrote no AOT cache of "
              + program.typedName()
              + ", which starts without one.");
    }
  }

  /// Every strategy once, with every option that people use; what the program prints is for nobody.
  private static void trainFetch(URI stub, Path cache) throws IOException {
    var words = JavaProgram.FETCH.javaWithFlags(List.of("-XX:AOTCacheOutput=" + cache));
    words.add(JavaProgram.FETCH.mainClass());
    words.addAll(List.of("--stub", stub.toString(), "--pause", "0s"));
    words.addAll(List.of("--processes", "2", "--in-flight", "3"));
    words.addAll(List.of("--strategy", String.join(",", new StrategyConverter.Names())));
    var builder = new ProcessBuilder(words);
    builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
    var finished = ChildProcess.run(builder, TRAINING_TIME);
    if (finished.timedOut()) {
      throw new IOException("scripts/fetch wrote no AOT cache within " + TRAINING_TIME);
    }
    if (!finished.succeeded()) {
      throw new IOException("scripts/fetch ended with exit code " + finished.exitCode());
    }
  }
}
