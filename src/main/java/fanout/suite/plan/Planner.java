package fanout.suite.plan;

import fanout.fetch.Concurrency;
import fanout.program.Programs;
import fanout.suite.result.Shard;
import fanout.vocabulary.Program;
import fanout.vocabulary.Scenario;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Makes a plan: narrows the preset's grids, spreads them into forks, and leaves out what cannot or
/// need not be measured.
final class Planner {
  private final Preset preset;
  private final PlanFilter wanted;
  private final Concurrency concurrency;
  private final List<PlannedFork> forks = new ArrayList<>();
  private final LinkedHashSet<String> skipped = new LinkedHashSet<>();

  /// Prepares one.
  ///
  /// @param concurrency sizes of pools where no others are given
  Planner(Preset preset, PlanFilter wanted, Concurrency concurrency) {
    this.preset = preset;
    this.wanted = wanted;
    this.concurrency = concurrency;
  }

  Plan plan(int rounds) throws PlanException {
    var included =
        preset.grids().stream().filter(grid -> wanted.includes(grid.kind().benchmark())).toList();
    if (included.isEmpty()) {
      throw new PlanException(
          "No benchmark of preset %s matches '%s'; it has %s"
              .formatted(preset.typedName(), wanted.include(), benchmarks(preset.grids())));
    }
    requireKnown(included);
    included.stream().map(this::completed).forEach(this::spread);
    if (forks.isEmpty()) {
      throw new PlanException(
          "Nothing is left to measure"
              + (skipped.isEmpty()
                  ? ": no benchmark has all these values"
                  : ": " + names(skipped)));
    }
    return new Plan(preset, rounds, List.copyOf(forks), List.copyOf(skipped), Shard.WHOLE);
  }

  /// Every wanted value must be in the preset: one that is not would silently measure nothing.
  private void requireKnown(List<ParameterGrid> included) throws PlanException {
    for (var entry : wanted.values().entrySet()) {
      if (entry.getKey().isPool()) {
        requireUsed(entry.getKey(), entry.getValue(), included);
      } else {
        requireKnown(entry.getKey(), entry.getValue(), included);
      }
    }
  }

  private void requireKnown(Parameter parameter, List<String> values, List<ParameterGrid> included)
      throws PlanException {
    var known = new LinkedHashSet<String>();
    included.forEach(grid -> known.addAll(grid.valuesOf(parameter)));
    for (var value : values) {
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

  private static void requireUsed(Parameter pool, List<String> sizes, List<ParameterGrid> included)
      throws PlanException {
    if (included.stream().noneMatch(grid -> grid.kind().parameters().contains(pool))) {
      throw new PlanException(
          "%s cannot be %s here: there is no such parameter in %s"
              .formatted(pool.typedName(), names(sizes), benchmarks(included)));
    }
  }

  /// What is wanted of a grid, with the sizes of pools that the preset does not fix.
  private ParameterGrid completed(ParameterGrid grid) {
    var parameters = grid.kind().parameters();
    var complete =
        grid.only(scenario ->
            parameters.stream().allMatch(parameter -> wanted.allows(parameter, scenario)));
    for (var parameter : parameters) {
      if (parameter.isPool()) {
        complete = complete.withSizes(parameter, sizes(parameter));
      }
    }
    return complete;
  }

  private List<Integer> sizes(Parameter pool) {
    var chosen = wanted.values().get(pool);
    return chosen == null
        ? List.of(pool.sizeIn(concurrency))
        : chosen.stream().map(Integer::valueOf).toList();
  }

  private void spread(ParameterGrid grid) {
    boolean inFlightIsChosen = wanted.values().containsKey(Parameter.IN_FLIGHT);
    for (var combination : grid.scenarios()) {
      var scenario = grid.kind().settled(combination, inFlightIsChosen);
      var fork = PlannedFork.of(grid.kind(), scenario, grid.length(), preset.warmUp());
      var reason =
          unavailable(scenario).or(() -> grid.kind().reasonToLeaveOut(scenario, fork.label()));
      if (reason.isPresent()) {
        skipped.add(reason.get());
      } else if (forks.stream().noneMatch(other -> other.scenario().equals(scenario))) {
        forks.add(fork); // two grids may come to the same sizes of pools
      }
    }
  }

  private static Optional<String> unavailable(Scenario scenario) {
    return scenario.strategy() instanceof Program program
        ? Programs.unavailable(program).map(reason -> program.text() + " was skipped: " + reason)
        : Optional.empty();
  }

  private static String benchmarks(List<ParameterGrid> grids) {
    return names(grids.stream().map(grid -> grid.kind().benchmark().text()).toList());
  }

  private static String names(Collection<String> names) {
    return names.stream().distinct().collect(Collectors.joining(", "));
  }
}
