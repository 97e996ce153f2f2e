package fanout.gate.evidence;

import fanout.gate.arm.TinyJars;
import fanout.gate.cli.GateCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/// Runs the gate, one process per run, on arms whose right answer is known, and lists every run. It
/// takes about two hours of a machine that does nothing else; what is there is not run again, so it
/// can be ended at any time and started anew.
///
/// ```shell
/// mvn -q test-compile exec:exec@gate-evidence
/// ```
public final class EvidenceRuns {
  /// Forks of little more than a second.
  private static final List<String> LENGTH =
      List.of("-wi", "2", "-w", "50ms", "-i", "5", "-r", "50ms");

  /// Named as it is recorded: without the folders of a machine.
  private static final String JAR = "checksum.jar";

  private final Path folder;
  private final Path work;

  private EvidenceRuns(Path folder, Path work) {
    this.folder = folder;
    this.work = work;
  }

  /// Runs what is not there yet.
  ///
  /// @param args the folder for a file per run and `README.md`; a folder for what is under way
  public static void main(String[] args) throws IOException, InterruptedException {
    var folder = Files.createDirectories(Path.of(args[0]));
    var work = Files.createDirectories(Path.of(args[1])).toAbsolutePath();
    var jar = work.resolve(JAR);
    if (!Files.exists(jar)) {
      TinyJars.of(jar, ChecksumBenchmark.class);
    }
    var runs = new EvidenceRuns(folder, work);
    for (var run : EvidenceRun.all()) {
      runs.ensure(run);
      Files.writeString(folder.resolve("README.md"), readme(folder));
    }
  }

  private void ensure(EvidenceRun run) throws IOException, InterruptedException {
    var file = folder.resolve(run.name() + ".json");
    if (Files.exists(file) || Files.exists(failure(run))) {
      return;
    }
    System.out.println(run.name());
    var found = work.resolve(run.name()).resolve("gate.json");
    var output = work.resolve(run.name() + ".txt");
    int exitCode = start(run, Files.exists(found), output).waitFor();
    if (exitCode == 128 + 2 || exitCode == 128 + 15) {
      throw new InterruptedException(
          "Ended by a signal; the next start goes on with " + run.name());
    }
    if (Files.exists(found)) {
      var fresh = folder.resolve(run.name() + ".json.new");
      Files.copy(found, fresh, StandardCopyOption.REPLACE_EXISTING);
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    } else {
      Files.writeString(failure(run), "Exit code " + exitCode + "\n" + Files.readString(output));
    }
  }

  private Process start(EvidenceRun run, boolean resume, Path output) throws IOException {
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                GateCommand.class.getName(),
                "--base",
                JAR,
                "--candidate",
                JAR,
                "--seed",
                Long.toString(run.seed()),
                "--out",
                work.resolve(run.name()).toString()));
    command.addAll(LENGTH);
    if (run.slowerPercent() > 0) {
      command.add("--candidate-jvm-args");
      command.add("-D" + ChecksumBenchmark.SLOWER_PROPERTY + "=" + run.slowerPercent());
    }
    if (resume) {
      command.add("--resume");
    }
    return new ProcessBuilder(command)
        .directory(work.toFile())
        .redirectErrorStream(true)
        .redirectOutput(output.toFile())
        .start();
  }

  private Path failure(EvidenceRun run) {
    return folder.resolve(run.name() + ".failed.txt");
  }

  static String readme(Path folder) throws IOException {
    return """
    # Runs of the gate whose right answer is known

    One CPU-bound benchmark, compared with itself (`same`) and with itself made slower by a \
    known number of turns (`slower`), with the gate's defaults but forks of little more than a \
    second (`%s`). All runs are here, in a file each that `gate --judge FILE` judges again; \
    they were measured in an order shuffled beforehand, by \
    `mvn -q test-compile exec:exec@gate-evidence`.

    %s\
    """
        .formatted(String.join(" ", LENGTH), EvidenceTable.markdown(folder));
  }
}
