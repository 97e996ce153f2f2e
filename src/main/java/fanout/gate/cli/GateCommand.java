package fanout.gate.cli;

import fanout.cli.CommandException;
import fanout.cli.CommandRunner;
import fanout.cli.ExitCode;
import fanout.cli.MachineHold;
import fanout.cli.StopHook;
import fanout.gate.arm.ArmException;
import fanout.gate.result.GateFile;
import fanout.gate.run.GateException;
import fanout.measure.StopSignal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.IntConsumer;
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

  @Option(names = "--resume", description = "Resume the run in DIR that was stopped.")
  private boolean resume;

  @Option(
      names = "--wait",
      description = "Wait where another run measures on this machine, and do not exit with 3.")
  private boolean wait;

  @Option(
      names = "--judge",
      paramLabel = "FILE",
      description =
          "Judge this gate.json again, without measuring; the rest is written beside it, or to "
              + "--out. It takes no other option.")
  private @Nullable Path judge;

  @Spec private CommandSpec spec = CommandSpec.create();

  private final SharedFixture.Source fixtures;
  private final StopSignal stop;

  /// For any project, and to its end.
  public GateCommand() {
    this(_ -> SharedFixture.NONE, new StopSignal());
  }

  private GateCommand(SharedFixture.Source fixtures, StopSignal stop) {
    this.fixtures = fixtures;
    this.stop = stop;
  }

  public static void main(String[] args) {
    runAndExit(_ -> SharedFixture.NONE, _ -> {}, args);
  }

  /// Runs the gate and exits with its status. A signal ends it early, but not before its last
  /// sentence is out.
  ///
  /// @param atTheEnd gets the status
  public static void runAndExit(
      SharedFixture.Source fixtures, IntConsumer atTheEnd, String... args) {
    var stop = new StopSignal();
    StopHook.runAndExit(
        stop,
        () -> {
          int status = CommandRunner.run(new GateCommand(fixtures, stop), args);
          atTheEnd.accept(status);
          return status;
        });
  }

  /// The exit code 1 means that something regressed: nothing unforeseen may have it.
  @Override
  public Integer call() {
    try {
      return judge == null ? measured() : judged(judge);
    } catch (ArmException e) {
      throw GateExit.because(e);
    } catch (GateException e) {
      throw GateExit.because(e);
    } catch (CommandException e) {
      throw e;
    } catch (IOException | RuntimeException | Error e) {
      throw new CommandException(ExitCode.INVALID, e);
    }
  }

  private int judged(Path file) throws IOException {
    var given = spec.commandLine().getParseResult();
    return new Rejudgement(given, new GateOutput(out), conclusion()).of(file);
  }

  private int measured() throws IOException, ArmException, GateException {
    var output = new GateOutput(out);
    var before = resume ? GateFile.read(output.raw()) : null;
    arms.requireBoth();
    var request = options.request(before == null ? null : before.settings().seed());
    var measurement = new GateMeasurement(arms, output, fixtures, dryRun, this::say, stop);
    try (var _ = machine()) {
      return measurement.of(request, before);
    }
  }

  private MachineHold machine() throws IOException {
    var given = spec.commandLine().getParseResult().originalArgs();
    return MachineHold.take(
        MachineHold.commandLine("gate", given),
        out,
        new MachineHold.WhenBusy(wait, ExitCode.INVALID),
        this::say,
        stop);
  }

  private GateConclusion conclusion() {
    return new GateConclusion(this::say);
  }

  private void say(String line) {
    var writer = spec.commandLine().getOut();
    writer.println(line);
    writer.flush();
  }
}
