package fanout.program;

import fanout.os.ChildProcess;
import fanout.vocabulary.PythonProgram;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The interpreter `python3` of this machine, and the script `fetch.py`, which the jar carries
/// along.
final class Python {
  static final String INTERPRETER = "python3";

  private static final String SCRIPT = "fetch.py";
  private static final Duration LIMIT = Duration.ofSeconds(10);
  private static final int MILLIS_DIGITS = 3;

  /// Found out once: it does not come and go.
  private static final class Found {
    static final Optional<String> MISSING = missing(INTERPRETER);
  }

  /// Found out once, and only where a program needs the library: importing it takes a while.
  private static final class FoundRequests {
    static final Optional<String> MISSING = missingRequests(INTERPRETER);
  }

  private Python() {}

  /// Why there is no Python here, as a sentence; empty where there is one.
  static Optional<String> missing() {
    return Found.MISSING;
  }

  /// Why programs cannot use the library `requests` here, as a sentence; empty where they can.
  static Optional<String> missingRequests() {
    return FoundRequests.MISSING;
  }

  /// The same for any interpreter.
  static Optional<String> missing(String interpreter) {
    return refusal(
        interpreter, List.of("--version"), interpreter + " does not run on this machine.");
  }

  /// The same for any interpreter.
  static Optional<String> missingRequests(String interpreter) {
    return missing(interpreter)
        .or(() ->
            refusal(
                interpreter,
                List.of("-c", "import requests"),
                "the library requests is not installed."));
  }

  /// @return `sentence`, or why `interpreter` could not be started; empty where it ends well
  private static Optional<String> refusal(
      String interpreter, List<String> arguments, String sentence) {
    try {
      var command = new ArrayList<>(List.of(interpreter));
      command.addAll(arguments);
      return ChildProcess.run(new ProcessBuilder(command), LIMIT).succeeded()
          ? Optional.empty()
          : Optional.of(sentence);
    } catch (IOException _) {
      return Thread.currentThread().isInterrupted()
          ? Optional.of(interpreter + " could not be tried: this run is ending.")
          : Optional.of("there is no " + interpreter + " on this machine's path.");
    }
  }

  /// Writes the script into `folder`.
  static Path writeScript(Path folder) throws IOException {
    var script = folder.resolve(SCRIPT);
    try (InputStream resource = Python.class.getResourceAsStream(SCRIPT)) {
      if (resource == null) {
        throw new IOException(SCRIPT + " is not in this jar");
      }
      Files.copy(resource, script);
    }
    return script;
  }

  static List<String> command(Path script, PythonProgram program, ProgramSettings settings) {
    var pauseSeconds = BigDecimal.valueOf(settings.pause().toMillis(), MILLIS_DIGITS);
    var command =
        new ArrayList<>(
            List.of(
                INTERPRETER,
                script.toString(),
                "--strategy=" + program.scriptName(),
                "--stub=" + settings.stub(),
                "--pause=" + pauseSeconds.toPlainString(),
                "--workers=" + PythonProgram.WORKERS));
    if (program.usesRequests()) {
      command.add("--requests");
    }
    return command;
  }
}
