package fanout.measure;

import fanout.vocabulary.Metric;
import fanout.vocabulary.Operation;
import fanout.vocabulary.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Makes a fork's result of JMH's JSON: times in the operation's unit, and the costs that the cost
/// profiler added.
///
/// @param scenario what the fork measured
/// @param operation what one operation is
/// @param round number of the round, from 1
public record JmhForkReader(Scenario scenario, Operation operation, int round) {
  private static final Map<String, Double> NANOS =
      Map.of("ns/op", 1.0, "us/op", 1e3, "ms/op", 1e6, "s/op", 1e9);

  /// Reads an entry of one fork.
  ///
  /// @param operations how many operations each iteration timed
  /// @throws ResultException if the entry is not of one fork, has no iteration or an unknown unit
  public ForkResult read(JmhRun run, List<Long> operations) throws ResultException {
    var primary = run.primary();
    if (primary.values().size() != 1 || primary.values().getFirst().isEmpty()) {
      throw new ResultException(
          run.benchmark() + " has the results of " + primary.values().size() + " forks, not of one",
          null);
    }
    if (primary.values().getFirst().size() != operations.size()) {
      throw new ResultException(
          run.benchmark()
              + " has "
              + primary.values().getFirst().size()
              + " iterations, but counts of "
              + operations.size(),
          null);
    }
    double toUnit = operation.timeInUnit(nanosPer(run, primary.unit()));
    var samples =
        new ArrayList<>(samples(Metric.TIME_MEAN, primary.values().getFirst(), toUnit, operations));
    for (var entry : run.secondary().entrySet()) {
      var metric = costMetric(entry.getKey());
      if (metric.isPresent() && !entry.getValue().values().isEmpty()) {
        double factor =
            metric.get() == Metric.CPU_TIME
                ? operation.timeInUnit(nanosPer(run, entry.getValue().unit()))
                : 1;
        samples.addAll(
            samples(metric.get(), entry.getValue().values().getFirst(), factor, operations));
      }
    }
    return new ForkResult(scenario, operation, round, List.copyOf(samples), times(run, toUnit));
  }

  private static Optional<Metric> costMetric(String name) {
    return switch (name) {
      case "cost.cpu" -> Optional.of(Metric.CPU_TIME);
      case "cost.alloc" -> Optional.of(Metric.ALLOCATED);
      case "cost.threads" -> Optional.of(Metric.THREADS);
      case "cost.connections" -> Optional.of(Metric.CONNECTIONS);
      default -> Optional.empty(); // another profiler's, which only jmh.json keeps
    };
  }

  private List<IterationSample> samples(
      Metric metric, List<Double> values, double factor, List<Long> operations) {
    var samples = new ArrayList<IterationSample>();
    for (int i = 0; i < values.size(); i++) {
      samples.add(
          new IterationSample(
              scenario,
              round,
              i + 1,
              metric,
              values.get(i) * factor,
              operation.unit(metric),
              i < operations.size() ? operations.get(i) : 0));
    }
    return samples;
  }

  private static @Nullable TimeDistribution times(JmhRun run, double toUnit) {
    return run.primary().histograms().stream()
        .flatMap(List::stream)
        .reduce(TimeDistribution::plus)
        .map(all -> all.times(toUnit))
        .orElse(null);
  }

  private static double nanosPer(JmhRun run, String unit) throws ResultException {
    var nanos = NANOS.get(unit);
    if (nanos == null) {
      throw new ResultException(
          run.benchmark() + " has times in " + unit + ", expected one of " + NANOS.keySet(), null);
    }
    return nanos;
  }
}
