package fanout.suite.run;

import fanout.measure.MachineReading;
import fanout.suite.plan.Plan;
import fanout.suite.plan.PlannedFork;
import fanout.suite.result.Environment;
import fanout.suite.result.MachineState;
import fanout.suite.result.RunDirectory;
import fanout.suite.result.RunStart;
import fanout.suite.result.TimelineEntry;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Writes what the rounds so far have found, so that it can be drawn whatever becomes of the rest.
final class PartialResults implements SuiteRounds.Listener {
  private final Plan plan;
  private final RunSettings settings;
  private final SuiteRounds rounds;
  private final List<TimelineEntry> timeline;
  private final RunDirectory directory;
  private final RunStart start;
  private final @Nullable String commit = Machine.commit();
  private final MachineReading before = MachineReading.now();

  PartialResults(
      Plan plan,
      RunSettings settings,
      SuiteRounds rounds,
      List<TimelineEntry> timeline,
      RunDirectory directory,
      RunStart start) {
    this.plan = plan;
    this.settings = settings;
    this.rounds = rounds;
    this.timeline = timeline;
    this.directory = directory;
    this.start = start;
  }

  @Override
  public void finished(List<List<SuiteFork>> measured) throws IOException {
    var _ = writer(measured).write(directory, environment(measured));
  }

  /// Writes the same when there will be no more.
  ///
  /// @throws SuiteException if a row is missing
  void conclude(List<List<SuiteFork>> measured) throws IOException, SuiteException {
    var writer = writer(measured);
    writer.requireAll(writer.write(directory, environment(measured)));
  }

  private RunWriter writer(List<List<SuiteFork>> measured) {
    return new RunWriter(plan, List.copyOf(measured), timeline);
  }

  private Environment environment(List<List<SuiteFork>> measured) {
    int finished = measured.size();
    return new Environment(
        new Environment.RunStamp(
            directory.id(), plan.preset().typedName(), start.startedAt(), Instant.now()),
        new Environment.RoundCounts(plan.rounds(), finished, settings.seed()),
        start.fingerprint(),
        commit,
        machineState(),
        Caveats.reasons(plan, settings, finished, notWarm(measured)),
        plan.skipped(),
        IntStream.rangeClosed(1, finished)
            .mapToObj(round -> rounds.order(round).stream().map(PlannedFork::label).toList())
            .toList(),
        plan.shard().isWhole() ? null : plan.shard());
  }

  /// The rows of which most forks still gained pace when they were measured.
  private static List<String> notWarm(List<List<SuiteFork>> measured) {
    var cold =
        measured.stream()
            .flatMap(List::stream)
            .filter(fork -> !fork.warm())
            .collect(
                Collectors.groupingBy(
                    fork -> fork.kept().label(), LinkedHashMap::new, Collectors.counting()));
    return cold.entrySet().stream()
        .filter(row -> 2 * row.getValue() > measured.size())
        .map(Map.Entry::getKey)
        .toList();
  }

  private MachineState machineState() {
    var after = MachineReading.now();
    var pressure = after.since(before);
    return new MachineState(
        before.load(), after.load(), pressure.stealPercent(), pressure.foreignCpuPercent());
  }
}
