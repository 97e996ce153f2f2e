package fanout.gate.cli;

import fanout.cli.ExitCode;
import fanout.gate.arm.ArmBuild;
import fanout.gate.arm.ArmException;
import fanout.gate.arm.GateFolder;
import fanout.gate.judge.Judge;
import fanout.gate.result.GateRun;
import fanout.gate.run.ArmPair;
import fanout.gate.run.GateException;
import fanout.gate.run.GateRequest;
import fanout.gate.run.GateSession;
import fanout.measure.ForkUnderWay;
import fanout.measure.StopSignal;
import java.io.IOException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Measures two arms: opens what that needs, and ends it.
///
/// @param arms what is compared
/// @param output where it is written
/// @param fixtures what both arms share
/// @param dryRun whether only the plan is asked for
/// @param lines hears what people should know, line by line
/// @param stop ends it early
record GateMeasurement(
    ArmOptions arms,
    GateOutput output,
    SharedFixture.Source fixtures,
    boolean dryRun,
    Consumer<String> lines,
    StopSignal stop) {

  /// Measures from the beginning, or resumes the run `before`.
  ///
  /// @return the exit status
  int of(GateRequest request, @Nullable GateRun before)
      throws IOException, ArmException, GateException {
    try (var folder = GateFolder.create();
        var fixture = fixture()) {
      if (before == null && !dryRun) {
        output.keepPrevious();
      }
      var pair = pair(folder, fixture, before != null);
      var session = session(pair, fixture, request);
      report(pair);
      if (dryRun) {
        session.dryRun();
        return ExitCode.OK.status();
      }
      var run = before == null ? session.run() : session.resume(before);
      return new GateConclusion(lines).of(run, output.folder());
    }
  }

  /// A signal ends what is being started too, which then has not failed.
  private SharedFixture fixture() throws IOException {
    try (var _ = ForkUnderWay.ofThisThread()) {
      return fixtures.open(lines);
    } catch (IOException e) {
      throw stop.stoppedWithin(StopSignal.PATIENCE)
          ? new IOException("The gate was stopped before its first round", e)
          : e;
    }
  }

  private ArmPair pair(GateFolder folder, SharedFixture fixture, boolean resume)
      throws ArmException {
    var aside = new ArmBuild.Aside(dryRun ? folder.jars() : output.arms(), resume);
    var baseline = arms.baseline(aside, lines, stop);
    var candidate = arms.candidate(baseline, aside, lines, stop);
    var surroundings = fixture.jvmArgs();
    return new ArmPair(baseline.in(surroundings), candidate.in(surroundings), folder);
  }

  private GateSession session(ArmPair pair, SharedFixture fixture, GateRequest request)
      throws IOException {
    lines.accept("Seed: " + request.settings().seed() + ".");
    return new GateSession(
        pair,
        request,
        output.raw(),
        fixture.notes(pair.baseline(), pair.candidate()),
        Judge::open,
        lines,
        stop);
  }

  private void report(ArmPair pair) {
    lines.accept("Baseline:  " + pair.baseline().describe());
    lines.accept("Candidate: " + pair.candidate().describe());
  }
}
