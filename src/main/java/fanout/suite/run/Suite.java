package fanout.suite.run;

import fanout.measure.ForkFailedException;
import fanout.measure.MachineReading;
import fanout.measure.RoundOrder;
import fanout.measure.Rounds;
import fanout.measure.StopSignal;
import fanout.stub.StubException;
import fanout.suite.plan.Minutes;
import fanout.suite.plan.Plan;
import fanout.suite.plan.PlannedFork;
import fanout.suite.result.Environment;
import fanout.suite.result.MachineState;
import fanout.suite.result.RunDirectory;
import fanout.suite.result.TimelineEntry;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
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

  /// Measures, and writes all files but those that `report` makes into `directory`; the caller
  /// finishes it. A run that was stopped has its full rounds.
  ///
  /// @throws SuiteException if a fork failed, a row is missing, or not even one round was finished
  /// @throws IOException if the stub does not work or a file cannot be written
  public void run(RunDirectory directory) throws SuiteException, IOException, InterruptedException {
    var startedAt = Instant.now();
    try (var stub = open()) {
      var timeline = prepare(stub);
      var before = MachineReading.now();
      var outcome = rounds(stub);
      var machineState = machineState(before, MachineReading.now());
      if (outcome.rounds().isEmpty()) {
        throw stoppedEarly(null);
      }
      var environment = environment(directory.id(), startedAt, stub, outcome, machineState);
      new RunWriter(plan, outcome.rounds(), timeline).write(directory, environment);
    }
  }

  private SuiteStub open() throws SuiteException, IOException {
    try {
      return SuiteStub.open(settings);
    } catch (StubException e) {
      throw unlessStopped(e);
    }
  }

  /// All that comes before the first fork.
  private List<TimelineEntry> prepare(SuiteStub stub)
      throws SuiteException, IOException, InterruptedException {
    try {
      warmUp(stub);
      return timeline(stub);
    } catch (IOException e) {
      throw unlessStopped(e);
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

  private List<TimelineEntry> timeline(SuiteStub stub) throws IOException, InterruptedException {
    var strategies = plan.articleStrategies();
    if (strategies.isEmpty() || stop.stopped()) {
      return List.of();
    }
    lines.accept("Drawing the timeline: one batch of each strategy with a second's pause.");
    return timelineSource.record(stub.baseUri(), strategies);
  }

  private Rounds.Outcome<SuiteFork> rounds(SuiteStub stub) throws SuiteException {
    var jvmArgs = new ArrayList<>(plan.preset().jvmFlags());
    jvmArgs.addAll(stub.jvmArgs());
    jvmArgs.add("-Dfanout.seed=" + settings.seed());
    try {
      return new Rounds<>(
              new SuiteLauncher(List.copyOf(jvmArgs)),
              new Progress(plan, lines, System::nanoTime),
              stop)
          .run(this::order);
    } catch (ForkFailedException e) {
      throw new SuiteException(String.valueOf(e.getMessage()), e);
    }
  }

  private List<PlannedFork> order(int round) {
    return round > plan.rounds()
        ? List.of()
        : RoundOrder.shuffled(plan.forks(), settings.seed(), round);
  }

  private Environment environment(
      String id,
      Instant startedAt,
      SuiteStub stub,
      Rounds.Outcome<SuiteFork> outcome,
      MachineState machineState) {
    int finished = outcome.rounds().size();
    return new Environment(
        new Environment.RunStamp(id, plan.preset().typedName(), startedAt, Instant.now()),
        new Environment.RoundCounts(plan.rounds(), finished, settings.seed()),
        Machine.fingerprint(plan, stub.description(), stub.payloads()),
        Machine.commit(),
        machineState,
        Caveats.reasons(plan, settings, finished),
        plan.skipped(),
        IntStream.rangeClosed(1, finished)
            .mapToObj(round -> order(round).stream().map(PlannedFork::label).toList())
            .toList());
  }

  private static MachineState machineState(MachineReading before, MachineReading after) {
    var pressure = after.since(before);
    return new MachineState(
        before.load(), after.load(), pressure.stealPercent(), pressure.foreignCpuPercent());
  }
}
