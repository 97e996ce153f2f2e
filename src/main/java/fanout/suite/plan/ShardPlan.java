package fanout.suite.plan;

import fanout.suite.result.Shard;
import fanout.vocabulary.Benchmark;
import fanout.vocabulary.Scenario;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Shares a plan among machines. What is compared is measured on one machine: all strategies in one
/// scenario, whatever the sizes of their pools, and all methods of a benchmark that differ in
/// nothing else.
///
/// @param shard the part that is wanted
record ShardPlan(Shard shard) {
  /// The part of `forks` that is this one's, in their order. Each comparison goes to the machine
  /// that has least to do, the longest first, so that all have about the same.
  ///
  /// @throws PlanException if nothing is left for it
  List<PlannedFork> part(List<PlannedFork> forks) throws PlanException {
    var times = new LinkedHashMap<Scenario, Duration>();
    forks.forEach(fork -> times.merge(comparison(fork), fork.expected(), Duration::plus));
    if (times.size() < shard.number()) {
      throw new PlanException(
          "Shard %s has nothing to measure: the plan has %d comparisons"
              .formatted(shard, times.size()));
    }
    var load = new Duration[shard.of()];
    Arrays.fill(load, Duration.ZERO);
    var owners = new LinkedHashMap<Scenario, Integer>();
    times.entrySet().stream()
        .sorted(Map.Entry.<Scenario, Duration>comparingByValue().reversed())
        .forEach(comparison -> {
          int least = least(load);
          load[least] = load[least].plus(comparison.getValue());
          owners.put(comparison.getKey(), least + 1);
        });
    return forks.stream()
        .filter(fork -> owners.getOrDefault(comparison(fork), 0) == shard.number())
        .toList();
  }

  /// The scenario but for what is compared in it, under the name of the class's first method.
  private static Scenario comparison(PlannedFork fork) {
    var compared = fork.scenario().withStrategy(null).withoutPools();
    return new Scenario(
        firstOf(fork.benchmark()),
        null,
        compared.delay(),
        compared.bodies(),
        compared.endpoints(),
        compared.callers(),
        null,
        null,
        null);
  }

  private static Benchmark firstOf(Benchmark method) {
    return Arrays.stream(Benchmark.values())
        .filter(other -> other.className().equals(method.className()))
        .findFirst()
        .orElse(method);
  }

  private static int least(Duration... load) {
    int least = 0;
    for (int i = 1; i < load.length; i++) {
      if (load[i].compareTo(load[least]) < 0) {
        least = i;
      }
    }
    return least;
  }
}
