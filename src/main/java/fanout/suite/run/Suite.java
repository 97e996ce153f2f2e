package fanout.suite.run;

import fanout.measure.ForkFailedException;
import fanout.measure.ForkUnderWay;
import fanout.measure.Rounds;
import fanout.measure.StopSignal;
import fanout.stub.StubException;
import fanout.suite.plan.Minutes;
import fanout.suite.plan.Plan;
import fanout.suite.result.RunDirectory;
import fanout.suite.result.RunTables;
import fanout.suite.result.TimelineEntry;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Runs a plan from the stub to the CSVs. What it starts it ends.
public final class Suite {
  private final Plan plan;
  private final RunSettings settings;
  private final TimelineSource timelineSource;
  private final Consumer<String> lines;
  private final StopSignal stop;

  /// Prepares a run.
  ///
  /// @param timelineSource fetches the article batches of the timeline
  /// @param lines gets what people should read, line by line
  /// @param stop ends the run early
  public Suite(
      Plan plan,
      RunSettings settings,
      TimelineSource timelineSource,
      Consumer<String> lines,
      StopSignal stop) {
    this.plan = plan;
    this.settings = settings;
    this.timelineSource = timelineSource;
    this.lines = lines;
    this.stop = stop;
  }

  /// Measures, and writes all files but those that `report` makes into `directory`, after each
  /// round those of all rounds until then; the caller finishes it. A run that was stopped has its
  /// full rounds. One that `directory` has rounds of is resumed.
  ///
  /// @throws SuiteException if a fork failed, a row is missing, or not even one round was finished
  /// @throws IOException if the stub does not work, a file cannot be written, or the run cannot be
  ///   resumed
  public void run(RunDirectory directory) throws SuiteException, IOException, InterruptedException {
    try (var stub = open()) {
      var fingerprint = Machine.fingerprint(plan, stub.description(), stub.payloads());
      var start = new RunBeginning(settings.options(), fingerprint).in(directory.rounds());
      var rounds = new SuiteRounds(plan, settings.seed(), directory.rounds());
      var before = rounds.kept();
      if (!before.isEmpty()) {
        lines.accept("Resuming after round %s of %s.".formatted(before.size(), plan.rounds()));
      }
      var timeline = prepare(stub, directory);
      var writer = new PartialResults(plan, settings, rounds, timeline, directory, start);
      measure(stub, rounds, before, writer);
    }
  }

  private void measure(
      SuiteStub stub, SuiteRounds rounds, List<List<SuiteFork>> before, PartialResults results)
      throws SuiteException, IOException {
    try {
      var driver =
          new Rounds<>(
              new SuiteLauncher(jvmArgs(stub), settings.seed()),
              new Progress(plan, before.size(), lines, System::nanoTime),
              stop);
      var measured = rounds.run(before, driver, results);
      if (measured.isEmpty()) {
        throw stoppedEarly(null);
      }
      results.conclude(measured);
    } catch (ForkFailedException e) {
      throw new SuiteException(String.valueOf(e.getMessage()), e);
    }
  }

  private List<String> jvmArgs(SuiteStub stub) {
    var jvmArgs = new ArrayList<>(plan.preset().jvmFlags());
    jvmArgs.addAll(stub.jvmArgs());
    return List.copyOf(jvmArgs);
  }

  private SuiteStub open() throws SuiteException, IOException {
    try {
      return SuiteStub.open(settings);
    } catch (StubException e) {
      throw unlessStopped(e);
    }
  }

  /// All that comes before the first fork. A signal interrupts it.
  private List<TimelineEntry> prepare(SuiteStub stub, RunDirectory directory)
      throws SuiteException, IOException, InterruptedException {
    try (var _ = ForkUnderWay.ofThisThread()) {
      warmUp(stub);
      return timeline(stub, directory);
    } catch (IOException e) {
      throw unlessStopped(e);
    } catch (InterruptedException e) {
      if (stop.stopped()) {
        throw stoppedEarly(new IOException(e));
      }
      throw e;
    }
  }

  /// A signal ends the stub too: then its failure is none.
  private IOException unlessStopped(IOException failure) throws SuiteException {
    if (stop.stoppedWithin(StopSignal.PATIENCE)) {
      throw stoppedEarly(failure);
    }
    return failure;
  }

  private static SuiteException stoppedEarly(@Nullable IOException cause) {
    return new SuiteException("The run was stopped before its first round was finished", cause);
  }

  private void warmUp(SuiteStub stub) throws IOException, InterruptedException {
    if (!plan.timesTheStub()) {
      return;
    }
    var bound = plan.preset().stubWarmUp();
    lines.accept("Warming up the stub at " + stub.baseUri() + ".");
    if (!stub.warmUp(bound)) {
      lines.accept("The stub was still changing its pace after " + Minutes.of(bound) + ".");
    }
  }

  /// That of the earlier process, where the run is resumed.
  private List<TimelineEntry> timeline(SuiteStub stub, RunDirectory directory)
      throws IOException, InterruptedException {
    var strategies = plan.articleStrategies();
    if (strategies.isEmpty() || stop.stopped()) {
      return List.of();
    }
    if (RunTables.TIMELINE.isIn(directory.path())) {
      return RunTables.TIMELINE.read(directory.path());
    }
    lines.accept("Drawing the timeline: one batch of each strategy with a second's pause.");
    var timeline = timelineSource.record(stub.baseUri(), strategies);
    RunTables.TIMELINE.write(directory.path(), timeline);
    return timeline;
  }
}
