package fanout.gate.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Gates in JVMs of their own, which write into one folder; what still runs is ended at the close.
final class GateProcesses implements AutoCloseable {
  /// For the gate and for all that it starts, a hundred JVMs that live for a second at most. Each
  /// says on its standard error that it has them.
  private static final String QUICK_JVM =
      "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -XX:-UsePerfData";

  private final Path out;
  private final Path project;
  private final Path temporary;
  private final List<Process> started = new ArrayList<>();

  GateProcesses(Path out) {
    this(out, Path.of("").toAbsolutePath(), Path.of(System.getProperty("java.io.tmpdir")));
  }

  /// @param project the folder that they are started in
  /// @param temporary the system's temporary folder, as they know it
  GateProcesses(Path out, Path project, Path temporary) {
    this.out = out;
    this.project = project;
    this.temporary = temporary;
  }

  record Finished(int exitCode, List<String> lines) {}

  /// Forks that take hardly longer than their JVMs take to start.
  static String[] quick(String... options) {
    return Stream.concat(
            Stream.of("--max-pairs", "6", "-wi", "0", "-i", "2", "-r", "20ms"), Stream.of(options))
        .toArray(String[]::new);
  }

  Finished finished(String... options) throws Exception {
    var process = start(options);
    try (var output = process.inputReader()) {
      var lines = output.lines().toList();
      return new Finished(process.waitFor(), lines);
    }
  }

  Process start(String... options) throws IOException {
    var command =
        Stream.concat(
                Stream.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Duser.language=de",
                    "-Djmh.ignoreLock=true",
                    "-Djava.io.tmpdir=" + temporary,
                    "-cp",
                    System.getProperty("java.class.path"),
                    GateCommand.class.getName(),
                    "--out",
                    out.toString()),
                Stream.of(options))
            .toList();
    var builder = new ProcessBuilder(command).directory(project.toFile()).redirectErrorStream(true);
    builder.environment().put("JAVA_TOOL_OPTIONS", QUICK_JVM);
    var process = builder.start();
    started.add(process);
    return process;
  }

  @Override
  public void close() {
    started.forEach(Process::destroyForcibly);
  }
}
