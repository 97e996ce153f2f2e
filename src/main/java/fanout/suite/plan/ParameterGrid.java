package fanout.suite.plan;

import fanout.measure.ForkLength;
import fanout.vocabulary.Scenario;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// One question of a preset: a benchmark, and every combination of the values that are wanted.
///
/// @param kind what is measured
/// @param length how long each fork warms up and measures
/// @param scenarios what each fork is about; the first parameter varies slowest
record ParameterGrid(BenchmarkForks kind, ForkLength length, List<Scenario> scenarios) {

  /// The benchmark's own scenario, of which no parameter varies yet.
  static ParameterGrid of(BenchmarkForks kind, ForkLength length) {
    return new ParameterGrid(kind, length, List.of(kind.template()));
  }

  /// Each scenario with each of the values.
  ///
  /// @param set puts a value into a scenario
  <T> ParameterGrid with(Collection<? extends T> values, BiFunction<Scenario, T, Scenario> set) {
    return flatMap(scenario -> values.stream().map(value -> set.apply(scenario, value)));
  }

  /// Each scenario that has no such pool yet with each size of it.
  ParameterGrid withSizes(Parameter pool, List<Integer> sizes) {
    return flatMap(scenario ->
        pool.text(scenario) != null
            ? Stream.of(scenario)
            : sizes.stream().map(size -> pool.withSize(scenario, size)));
  }

  /// What is left of it.
  ParameterGrid only(Predicate<Scenario> wanted) {
    return new ParameterGrid(kind, length, scenarios.stream().filter(wanted).toList());
  }

  /// The values of one of the benchmark's parameters; none where it has no such parameter.
  List<String> valuesOf(Parameter parameter) {
    return kind.parameters().contains(parameter)
        ? scenarios.stream().map(parameter::text).filter(Objects::nonNull).distinct().toList()
        : List.of();
  }

  private interface Spread {
    Stream<Scenario> of(Scenario scenario);
  }

  private ParameterGrid flatMap(Spread spread) {
    return new ParameterGrid(kind, length, scenarios.stream().flatMap(spread::of).toList());
  }
}
