package fanout.cli;

import fanout.gate.GateFile;
import fanout.gate.GateRun;
import fanout.gate.Judge;
import fanout.gate.Outcome;
import fanout.gate.arm.ArmBuild;
import fanout.gate.arm.ArmException;
import fanout.gate.arm.GateFolder;
import fanout.gate.run.Contest;
import fanout.gate.run.GateException;
import fanout.gate.run.GateRequest;
import fanout.gate.run.GateSession;
import fanout.measure.StopSignal;
import fanout.report.GateReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Says whether one arm is slower than the other: for any JMH jar.
@Command(
    name = "gate",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description =
        "Measures a baseline and a candidate in pairs of single JMH forks, and says what "
            + "became slower, faster or stayed the same, or that this cannot be told.",
    footer = {
      "",
      "Exit codes: 0 nothing regressed; 1 regressed; 2 undecided; 3 invalid, or nothing was judged;",
      "4 a benchmark failed; 64 wrong usage."
    })
public final class GateCommand implements Callable<Integer> {
  private static final String FILE = "gate.json";
  private static final String PREVIOUS = "gate.previous.json";

  @Mixin private final ArmOptions arms = new ArmOptions();
  @Mixin private final GateOptions options = new GateOptions();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where gate.json and what is made of it go (default: ${DEFAULT-VALUE}).")
  private Path out = Path.of("fanout-gate");

  @Option(
      names = "--dry-run",
      description = "Only run the pilot forks and show the plan: time, pairs, what can be found.")
  private boolean dryRun;

  @Option(names = "--resume", description = "Go on with the run in DIR that was stopped.")
  private boolean resume;

  @Option(
      names = "--judge",
      paramLabel = "FILE",
      description = "Judge this gate.json again, without measuring; the rest is written beside it.")
  private @Nullable Path judge;

  @Spec private CommandSpec spec = CommandSpec.create();

  private final GateCompanion companion;

  /// For any project.
  public GateCommand() {
    this(GateCompanion.NONE);
  }

  GateCommand(GateCompanion companion) {
    this.companion = companion;
  }

  public static void main(String[] args) {
    CommandRunner.runAndExit(new GateCommand(), args);
  }

  @Override
  public Integer call() throws IOException {
    if (judge != null) {
      return judged(judge);
    }
    var stop = new StopSignal();
    try (var _ = StopHook.install(stop);
        var folder = GateFolder.create()) {
      return measured(folder, stop);
    } catch (ArmException e) {
      throw new CommandException(
          switch (e.fault()) {
            case USAGE -> ExitCode.USAGE;
            case BUILD -> ExitCode.INVALID;
          },
          e);
    } catch (GateException e) {
      throw new CommandException(
          switch (e.reason()) {
            case USAGE -> ExitCode.USAGE;
            case NOTHING_TO_JUDGE -> ExitCode.INVALID;
          },
          e);
    }
  }

  private int judged(Path file) throws IOException {
    if (arms.given() || resume || dryRun) {
      throw new CommandException(
          ExitCode.USAGE, "--judge measures nothing: it goes without arms, --resume and --dry-run");
    }
    return conclude(GateFile.read(file), file.toAbsolutePath().resolveSibling(""));
  }

  private int measured(GateFolder folder, StopSignal stop)
      throws IOException, ArmException, GateException {
    var before = resume ? GateFile.read(out.resolve(FILE)) : null;
    var request = options.request(before == null ? null : before.settings().seed());
    var contest = contest(folder);
    var session = session(contest, request, stop);
    contestLines(contest);
    if (dryRun) {
      session.dryRun();
      return ExitCode.OK.status();
    }
    if (before != null) {
      return conclude(session.resume(before), out);
    }
    keepPrevious();
    return conclude(session.run(), out);
  }

  private GateSession session(Contest contest, GateRequest request, StopSignal stop)
      throws IOException {
    say("Seed: " + request.seed() + ".");
    return new GateSession(
        contest,
        request,
        out.resolve(FILE),
        companion.notes(contest.baseline(), contest.candidate()),
        Judge::open,
        this::say,
        stop);
  }

  private Contest contest(GateFolder folder) throws ArmException {
    var aside = new ArmBuild.Aside(out.resolve("arms").toAbsolutePath(), resume);
    var baseline = arms.baseline(companion.jvmArgs(), aside, this::say);
    var candidate = arms.candidate(baseline, companion.jvmArgs(), aside, this::say);
    return new Contest(baseline, candidate, folder);
  }

  private void contestLines(Contest contest) {
    say("Baseline:  " + contest.baseline().describe());
    say("Candidate: " + contest.candidate().describe());
  }

  /// A run that took half an hour is not lost to the next one at once.
  private void keepPrevious() throws IOException {
    var file = out.resolve(FILE);
    if (Files.exists(file)) {
      Files.move(file, out.resolve(PREVIOUS), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /// Judges, tells and writes; what is written goes beside `gate.json`.
  private int conclude(GateRun run, Path folder) throws IOException {
    var judgement = Judge.of(run);
    GateReport.write(folder, run, judgement);
    say("");
    say(GateReport.console(run, judgement));
    say("Results: " + folder);
    return exitCode(judgement.outcome()).status();
  }

  private static ExitCode exitCode(Outcome outcome) {
    return switch (outcome) {
      case PASSED -> ExitCode.OK;
      case REGRESSED -> ExitCode.FAILED;
      case UNDECIDED -> ExitCode.UNDECIDED;
      case INVALID -> ExitCode.INVALID;
      case FAILED -> ExitCode.BENCHMARK_FAILED;
    };
  }

  private void say(String line) {
    var writer = spec.commandLine().getOut();
    writer.println(line);
    writer.flush();
  }
}
