package fanout.program;

import fanout.strategy.Strategy;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The command line of `scripts/fetch`, on this JVM's own Java and class path.
final class JavaFetch {
  private JavaFetch() {}

  static List<String> command(Strategy strategy, ProgramSettings settings) {
    var concurrency = settings.concurrency();
    return Stream.concat(
            program().stream(),
            Stream.of(
                "--strategy=" + strategy.commandLineName(),
                "--stub=" + settings.stub(),
                "--pause=" + settings.pause().toMillis() + "ms",
                "--threads=" + concurrency.threads(),
                "--processes=" + concurrency.processes(),
                "--in-flight=" + concurrency.inFlight()))
        .toList();
  }

  private static List<String> program() {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "--enable-preview",
        "--sun-misc-unsafe-memory-access=allow",
        "-cp",
        System.getProperty("java.class.path"),
        "fanout.cli.FetchCommand");
  }
}
