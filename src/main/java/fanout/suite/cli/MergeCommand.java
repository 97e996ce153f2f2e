package fanout.suite.cli;

import fanout.cli.CommandRunner;
import fanout.cli.ExitCode;
import fanout.measure.JmhFiles;
import fanout.suite.report.Report;
import fanout.suite.report.Summary;
import fanout.suite.result.MergedRun;
import fanout.suite.result.RunDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `scripts/merge`: makes one run of the parts that several machines measured.
@Command(
    name = "merge",
    mixinStandardHelpOptions = true,
    description = {
      "Makes one run of the parts that several machines measured, each with",
      "scripts/bench --shard K/N and the same --seed, and draws it."
    },
    footer = {
      "",
      "Exit status: 0 merged, 1 a file cannot be written,",
      "3 a folder is broken, or they are not the parts of one run, 64 wrong usage."
    })
public final class MergeCommand implements Callable<Integer> {
  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Parameters(arity = "1..*", paramLabel = "RUN_DIR", description = "Folders of the parts.")
  private List<Path> folders = List.of();

  @Option(
      names = "--results",
      paramLabel = "DIR",
      description = "where runs are kept (default: benchmarks-results)")
  private Path results = Path.of("benchmarks-results");

  public static void main(String... args) {
    CommandRunner.runAndExit(new MergeCommand(), args);
  }

  @Override
  public Integer call() throws IOException {
    var parts = new ArrayList<MergedRun.Part>();
    for (var folder : folders) {
      parts.add(new MergedRun.Part(folder.toString(), RunDirectory.read(folder)));
    }
    // Refused before anything is written, whatever its name will be.
    var started = MergedRun.of(parts, "").environment().run();
    var directory = RunDirectory.create(results, Instant.now(), started.preset());
    directory.write(MergedRun.of(parts, directory.id()));
    var jmh = folders.stream().map(folder -> folder.resolve(RunDirectory.JMH)).toList();
    if (jmh.stream().allMatch(Files::exists)) {
      JmhFiles.join(directory.path().resolve(RunDirectory.JMH), jmh);
    }
    var run = directory.written();
    Report.write(directory.path(), run);
    var finished = directory.finish();
    say(Summary.plain(run));
    say("Results: " + finished);
    return ExitCode.OK.status();
  }

  private void say(String line) {
    spec.commandLine().getOut().println(line);
    spec.commandLine().getOut().flush();
  }
}
