package fanout.suite.cli;

import fanout.cli.CommandException;
import fanout.cli.CommandRunner;
import fanout.cli.ExitCode;
import fanout.cli.MachineHold;
import fanout.cli.StopHook;
import fanout.fetch.Concurrency;
import fanout.measure.StopSignal;
import fanout.os.AtomicFile;
import fanout.stub.PayloadException;
import fanout.suite.plan.Plan;
import fanout.suite.report.Report;
import fanout.suite.report.Summary;
import fanout.suite.result.RunDirectory;
import fanout.suite.run.ArticleTimeline;
import fanout.suite.run.ResumeException;
import fanout.suite.run.RunSettings;
import fanout.suite.run.Suite;
import fanout.suite.run.SuiteException;
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
    footer =
        "Exit codes: 0 fine; 1 the run could not be carried out; 3 wrong payloads; "
            + "4 a benchmark failed; 64 wrong usage.")
public final class BenchCommand implements Callable<Integer> {
  /// Where a run that failed says why.
  private static final String FAILURE = "failure.txt";

  private static final Concurrency CONCURRENCY = Concurrency.byDefault();

  @Mixin private final BenchOptions options = new BenchOptions();
  @Spec private CommandSpec spec = CommandSpec.create();

  private final StopSignal stop;

  /// A run that goes to its end.
  public BenchCommand() {
    this(new StopSignal());
  }

  BenchCommand(StopSignal stop) {
    this.stop = stop;
  }

  /// Runs the command and exits; the last line says why where the status is not 0, as Maven hides
  /// the number. A signal ends the run early, but not before that line is out.
  public static void main(String[] args) {
    var stop = new StopSignal();
    int status;
    try (var _ = StopHook.install(stop)) {
      status = CommandRunner.run(new BenchCommand(stop), args);
      if (status != 0) {
        System.err.println("fanout: " + BenchExit.lastLine(status, stop.stopped()));
      }
    }
    System.exit(status);
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (options.resumes()) {
      try (var _ = machine()) {
        return resumed();
      }
    }
    var plan = options.plan(CONCURRENCY);
    var settings = options.settings();
    try (var _ = machine()) {
      var preset = plan.preset().typedName();
      return measured(
          plan, settings, () -> RunDirectory.create(options.results(), Instant.now(), preset));
    }
  }

  private MachineHold machine() throws IOException {
    var given = spec.commandLine().getParseResult().originalArgs();
    return MachineHold.take(
        MachineHold.commandLine("bench", given),
        options.results(),
        new MachineHold.WhenBusy(options.waits(), ExitCode.FAILED),
        this::say,
        stop);
  }

  private int resumed() throws IOException, InterruptedException {
    var directory =
        RunDirectory.newestUnfinished(options.results())
            .orElseThrow(() ->
                new CommandException(
                    ExitCode.USAGE,
                    "There is no run in %s to resume".formatted(options.results())));
    var begun = BenchOptions.of(directory.rounds().start().options());
    Files.deleteIfExists(directory.path().resolve(FAILURE));
    return measured(begun.plan(CONCURRENCY), begun.settings(), () -> directory);
  }

  /// Where a run's files go, once it is said what that is.
  private interface Place {
    RunDirectory directory() throws IOException;
  }

  private int measured(Plan plan, RunSettings settings, Place place)
      throws IOException, InterruptedException {
    plan.describe().forEach(this::say);
    plan.skipped().forEach(this::say);
    say("Seed: " + settings.seed() + ".");
    var directory = place.directory();
    var timeline = new ArticleTimeline(CONCURRENCY, ArticleTimeline.PAUSE);
    try {
      new Suite(plan, settings, timeline, this::say, stop).run(directory);
      conclude(directory);
      return ExitCode.OK.status();
    } catch (SuiteException | IOException | RuntimeException e) {
      throw failed(directory, e);
    }
  }

  /// Draws what was written, so that `scripts/chart` draws the same again.
  private void conclude(RunDirectory directory) throws IOException {
    var run = directory.written();
    say("Drawing the charts.");
    Report.write(directory.path(), run);
    var finished = directory.finish();
    say("");
    say(Summary.plain(run));
    say("Results: " + finished);
  }

  /// The folder keeps the reason, and its name; one that was finished already is left alone.
  static CommandException failed(RunDirectory directory, Exception e) {
    var sentence = CommandException.sentenceOf(e);
    if (!Files.isDirectory(directory.path()) || e instanceof ResumeException) {
      return new CommandException(exitCodeOf(e), sentence);
    }
    try {
      AtomicFile.write(directory.path().resolve(FAILURE), sentence + "\n");
    } catch (IOException _) {
      // The disk may be full, which is the reason itself then.
    }
    return new CommandException(
        exitCodeOf(e), "%s (%s%s)".formatted(sentence, directory.path(), kept(directory)));
  }

  private static String kept(RunDirectory directory) {
    int rounds = directory.rounds().count();
    return rounds == 0
        ? ""
        : " has its first %s, which scripts/chart draws; --resume continues it"
            .formatted(rounds == 1 ? "round" : rounds + " rounds");
  }

  private static ExitCode exitCodeOf(Exception e) {
    return switch (e) {
      case ResumeException _ -> ExitCode.USAGE;
      case PayloadException _ -> ExitCode.INVALID;
      case SuiteException _ -> ExitCode.BENCHMARK_FAILED;
      default -> ExitCode.FAILED;
    };
  }

  private void say(String line) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(line);
    out.flush();
  }
}
