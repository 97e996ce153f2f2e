package fanout.cli;

import fanout.fetch.Concurrency;
import fanout.measure.StopSignal;
import fanout.report.Report;
import fanout.report.Summary;
import fanout.result.RunDirectory;
import fanout.result.RunRecord;
import fanout.stub.PayloadException;
import fanout.suite.Suite;
import fanout.suite.SuiteException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// Runs the suite and writes a run folder, which becomes `latest` when all of it is there.
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    description = "Measures the strategies and writes benchmarks-results/latest.",
    footer = "Exit codes: 0 fine; 3 wrong payloads; 4 a benchmark failed; 64 wrong usage.")
public final class BenchCommand implements Callable<Integer> {
  /// Where a run that failed says why.
  private static final String FAILURE = "failure.txt";

  @Mixin private final BenchOptions options = new BenchOptions();
  @Spec private CommandSpec spec = CommandSpec.create();

  /// Runs the command and exits; the last line says why where the status is not 0, as Maven hides
  /// the number.
  public static void main(String[] args) {
    int status = CommandRunner.run(new BenchCommand(), args);
    if (status != 0) {
      System.err.println("fanout: exit code " + status + ": " + meaning(status));
    }
    System.exit(status);
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    var concurrency = Concurrency.byDefault();
    var plan = options.plan(concurrency);
    var settings = options.settings();
    plan.describe().forEach(this::say);
    plan.leftOut().forEach(this::say);
    say("Seed: " + settings.seed() + ".");
    var directory =
        RunDirectory.create(options.results(), Instant.now(), plan.preset().typedName());
    var stop = new StopSignal();
    try (var _ = StopHook.install(stop)) {
      var run =
          new Suite(plan, settings, new ArticleTimeline(concurrency), this::say, stop)
              .run(directory);
      conclude(run, directory);
      return ExitCode.OK.status();
    } catch (PayloadException e) {
      throw failed(directory, ExitCode.INVALID, e);
    } catch (SuiteException | IOException e) {
      throw failed(directory, ExitCode.BENCHMARK_FAILED, e);
    }
  }

  private void conclude(RunRecord run, RunDirectory directory) throws IOException {
    Files.writeString(directory.path().resolve(RunDirectory.SUMMARY), Summary.markdown(run));
    say("Drawing the charts.");
    Report.write(directory.path(), run);
    var finished = directory.finish();
    say("");
    say(Summary.plain(run));
    say("Results: " + finished);
  }

  /// The folder keeps the reason, and its name.
  private static CommandException failed(RunDirectory directory, ExitCode exitCode, Exception e)
      throws IOException {
    var sentence = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    Files.writeString(directory.path().resolve(FAILURE), sentence + "\n");
    return new CommandException(exitCode, sentence + " (" + directory.path() + ")");
  }

  private void say(String line) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(line);
    out.flush();
  }

  private static String meaning(int status) {
    for (var exitCode : ExitCode.values()) {
      if (exitCode.status() == status) {
        return switch (exitCode) {
          case OK -> "everything was measured";
          case FAILED -> "the run could not be carried out";
          case UNDECIDED -> "nothing could be decided";
          case INVALID -> "the input is broken";
          case BENCHMARK_FAILED -> "a benchmark failed, and latest is still the run before";
          case USAGE -> "the command line is wrong";
        };
      }
    }
    return "unknown";
  }
}
