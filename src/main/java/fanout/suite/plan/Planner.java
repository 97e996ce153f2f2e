package fanout.suite.plan;

import fanout.program.Programs;
import fanout.vocabulary.Program;
import fanout.vocabulary.PythonProgram;
import fanout.vocabulary.Strategy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// Makes a plan: narrows the preset's series, spreads them into forks, and leaves out what cannot
/// or need not be measured.
final class Planner {
  private final Preset preset;
  private final PlanFilter narrowing;
  private final Pools pools;
  private final List<PlannedFork> forks = new ArrayList<>();
  private final LinkedHashSet<String> leftOut = new LinkedHashSet<>();

  Planner(Preset preset, PlanFilter narrowing, Pools pools) {
    this.preset = preset;
    this.narrowing = narrowing;
    this.pools = pools;
  }

  Plan plan(int rounds) throws PlanException {
    var included = preset.series().stream().filter(s -> narrowing.includes(s.benchmark())).toList();
    if (included.isEmpty()) {
      throw new PlanException(
          "No benchmark of preset %s matches '%s'; it has %s"
              .formatted(
                  preset.typedName(),
                  narrowing.include(),
                  names(preset.series().stream().map(s -> s.benchmark().shortName()).toList())));
    }
    requireKnown(included);
    included.stream().map(this::narrowed).forEach(this::spread);
    if (forks.isEmpty()) {
      throw new PlanException(
          "Nothing is left to measure"
              + (leftOut.isEmpty()
                  ? ": no benchmark has all these values"
                  : ": " + names(leftOut)));
    }
    return new Plan(preset, rounds, List.copyOf(forks), List.copyOf(leftOut));
  }

  /// Every wanted value must be in the preset: one that is not would silently measure nothing.
  private void requireKnown(List<ParameterGrid> included) throws PlanException {
    for (var wanted : narrowing.values().entrySet()) {
      var parameter = wanted.getKey();
      if (parameter.isFree()) {
        requireHeeded(parameter, wanted.getValue(), included);
        continue;
      }
      var known = new LinkedHashSet<String>();
      included.forEach(series -> known.addAll(series.valuesOf(parameter)));
      for (var value : wanted.getValue()) {
        if (!known.contains(value)) {
          throw new PlanException(
              "%s cannot be %s here; preset %s has %s"
                  .formatted(
                      parameter.typedName(),
                      value,
                      preset.typedName(),
                      known.isEmpty() ? "no such parameter" : names(known)));
        }
      }
    }
  }

  private static void requireHeeded(
      Parameter pool, List<String> values, List<ParameterGrid> included) throws PlanException {
    if (included.stream().noneMatch(series -> series.benchmark().pools().contains(pool))) {
      throw new PlanException(
          "%s cannot be %s here: there is no such parameter in %s"
              .formatted(
                  pool.typedName(),
                  names(values),
                  names(included.stream().map(s -> s.benchmark().shortName()).toList())));
    }
  }

  private ParameterGrid narrowed(ParameterGrid series) {
    var narrowed = series;
    for (var parameter : series.values().keySet()) {
      var wanted = narrowing.values().get(parameter);
      if (wanted != null) {
        narrowed =
            narrowed.with(
                parameter, series.valuesOf(parameter).stream().filter(wanted::contains).toList());
      }
    }
    return withPools(narrowed);
  }

  /// Sizes that the preset does not fix.
  private ParameterGrid withPools(ParameterGrid series) {
    var complete = series;
    for (var pool : series.benchmark().pools()) {
      if (!series.values().containsKey(pool)) {
        complete = complete.with(pool, wanted(pool));
      }
    }
    return complete;
  }

  private List<String> wanted(Parameter pool) {
    return narrowing.values().getOrDefault(pool, List.of(Integer.toString(pools.of(pool))));
  }

  private void spread(ParameterGrid series) {
    for (var combination : series.combinations()) {
      var values = withOwnPools(series.benchmark(), combination);
      var fork =
          new PlannedFork(
              series.benchmark(), values, series.length(), ForkTime.of(preset, series, values));
      var reason = reasonToLeaveOut(fork);
      if (!reason.isEmpty()) {
        leftOut.add(reason);
      } else if (forks.stream().noneMatch(f -> f.scenario().equals(fork.scenario()))) {
        forks.add(fork); // two series may come to the same sizes of pools
      }
    }
  }

  private Map<Parameter, String> withOwnPools(
      SuiteBenchmark benchmark, Map<Parameter, String> values) {
    if (benchmark == SuiteBenchmark.FAN_OUT || hasManyCallers(values)) {
      return shared(values);
    }
    return benchmark.isColdStart() ? ofProgram(values) : values;
  }

  /// Pools in Python have a worker per endpoint, whatever those in Java have.
  private static Map<Parameter, String> ofProgram(Map<Parameter, String> values) {
    return switch (Program.named(values.getOrDefault(Parameter.STRATEGY, ""))) {
      case Strategy _ -> values;
      case PythonProgram python -> withWorkers(values, python);
    };
  }

  private static Map<Parameter, String> withWorkers(
      Map<Parameter, String> values, PythonProgram program) {
    var own = new EnumMap<>(values);
    own.keySet().removeAll(SuiteBenchmark.COLD_START.pools());
    var workers = Integer.toString(PythonProgram.WORKERS);
    switch (program.limit()) {
      case PROCESSES -> {
        own.put(Parameter.PROCESSES, workers);
        own.put(Parameter.IN_FLIGHT, "1");
      }
      case THREADS -> own.put(Parameter.THREADS, workers);
      case ONE, BATCH -> {}
    }
    return own;
  }

  private static boolean hasManyCallers(Map<Parameter, String> values) {
    return Integer.parseInt(values.getOrDefault(Parameter.CALLERS, "1")) > 1;
  }

  /// In the fan-out and among many callers, worker JVMs together have as many fetches in flight as
  /// a pool has threads, unless asked otherwise. Elsewhere they have what one caller's six need;
  /// here that limit would be what is measured.
  private Map<Parameter, String> shared(Map<Parameter, String> values) {
    if (narrowing.values().containsKey(Parameter.IN_FLIGHT)) {
      return values;
    }
    int threads = Integer.parseInt(values.getOrDefault(Parameter.THREADS, "1"));
    int processes = Integer.parseInt(values.getOrDefault(Parameter.PROCESSES, "1"));
    values.put(Parameter.IN_FLIGHT, Integer.toString(Math.ceilDiv(threads, processes)));
    return values;
  }

  /// A sentence, or nothing where it is measured.
  private static String reasonToLeaveOut(PlannedFork fork) {
    var strategy = fork.values().get(Parameter.STRATEGY);
    if (strategy != null) {
      var unavailable = Programs.unavailable(Program.named(strategy));
      if (unavailable.isPresent()) {
        return strategy + " was left out: " + unavailable.get();
      }
    }
    if (fork.benchmark() != SuiteBenchmark.FAN_OUT) {
      return "";
    }
    var batch = BatchTime.of(fork.benchmark(), fork.values());
    return batch.compareTo(BatchTime.LONGEST) <= 0
        ? ""
        : String.format(
            Locale.ROOT,
            "%s was left out: a batch would take %.1f s (%d endpoints of 100 ms each, %d in"
                + " flight), more than %d s.",
            fork.label(),
            batch.toMillis() / 1000.0,
            fork.scenario().batchSize().orElseThrow(),
            BatchTime.inFlight(fork.scenario().batchSize().orElseThrow(), fork.values()),
            BatchTime.LONGEST.toSeconds());
  }

  private static String names(Collection<String> names) {
    return names.stream().distinct().collect(Collectors.joining(", "));
  }
}
