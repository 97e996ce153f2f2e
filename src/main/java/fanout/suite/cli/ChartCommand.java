package fanout.suite.cli;

import fanout.cli.CommandRunner;
import fanout.cli.ExitCode;
import fanout.suite.report.ComparisonReport;
import fanout.suite.report.Readme;
import fanout.suite.report.Report;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `scripts/chart`: draws a run again, or two side by side.
@Command(
    name = "chart",
    mixinStandardHelpOptions = true,
    description = {
      "Draws the charts and the report of a run again, into its folder;",
      "or of two runs side by side, the second compared with the first."
    },
    footer = {
      "",
      "Exit status: 0 drawn, 1 a file cannot be written,",
      "3 a folder or a README is missing, broken or half there, 64 wrong usage."
    })
public final class ChartCommand implements Callable<Integer> {
  private static final Path RESULTS = Path.of("benchmarks-results");

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Parameters(
      arity = "0..2",
      paramLabel = "RUN_DIR",
      description = "Folders of runs; by default benchmarks-results/latest.")
  private List<Path> runs = List.of();

  @Option(
      names = "--output",
      paramLabel = "DIR",
      description = {
        "Where the comparison of two runs goes; by default",
        "benchmarks-results/comparison-<run A>-<run B>."
      })
  private @Nullable Path output;

  @Option(
      names = "--readme",
      paramLabel = "FILE",
      description = {
        "Also fills the parts of this file that are made of a run: what stands between",
        "its markers for answer, results or cold-start; may be given several times.",
        "The run is then by default benchmarks-results/reference."
      })
  private List<Path> readmes = List.of();

  public static void main(String... args) {
    CommandRunner.runAndExit(new ChartCommand(), args);
  }

  @Override
  public Integer call() throws IOException {
    if (runs.size() > 2) {
      throw wrong("At most two runs can be drawn, got " + runs.size());
    }
    if (output != null && runs.size() != 2) {
      throw wrong("--output is for two runs, got " + runs.size());
    }
    if (!readmes.isEmpty() && runs.size() == 2) {
      throw wrong("--readme is for one run, got two");
    }
    say(runs.size() == 2 ? compare(runs.getFirst(), runs.getLast()) : draw());
    return ExitCode.OK.status();
  }

  private Path draw() throws IOException {
    var byDefault = RESULTS.resolve(readmes.isEmpty() ? "latest" : "reference");
    var run = runs.isEmpty() ? byDefault : runs.getFirst();
    var page = Report.write(run);
    for (var readme : readmes) {
      Readme.update(readme, run);
      say(readme);
    }
    return page;
  }

  private Path compare(Path a, Path b) throws IOException {
    var folder = output == null ? RESULTS.resolve(ComparisonReport.folderName(a, b)) : output;
    return ComparisonReport.write(a, b, folder);
  }

  private void say(Path written) {
    spec.commandLine().getOut().println(written);
    spec.commandLine().getOut().flush();
  }

  private ParameterException wrong(String sentence) {
    return new ParameterException(spec.commandLine(), sentence);
  }
}
