package fanout.suite.plan;

import fanout.vocabulary.Benchmark;
import fanout.vocabulary.Scenario;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// One of several machines' parts of a plan. What is compared is measured on one machine: all
/// strategies in one scenario, whatever the sizes of their pools, and all methods of a benchmark
/// that differ in nothing else.
///
/// @param number which part, from 1
/// @param of how many there are
public record Shard(int number, int of) {
  /// All of it on this machine.
  public static final Shard WHOLE = new Shard(1, 1);

  /// More machines than a suite has comparisons.
  private static final int MOST = 99;

  private static final Pattern TYPED = Pattern.compile("(\\d{1,3})/(\\d{1,3})");

  /// Checks the numbers.
  ///
  /// @throws IllegalArgumentException if there is no such part
  public Shard {
    if (number < 1 || number > of || of > MOST) {
      throw new IllegalArgumentException(
          "A shard is 1/1 to %1$d/%1$d, such as 2/4 for the second of four, got: %2$d/%3$d"
              .formatted(MOST, number, of));
    }
  }

  /// Reads `2/4`; empty means everything.
  ///
  /// @throws PlanException if it cannot be understood
  public static Shard parse(String text) throws PlanException {
    if (text.isBlank()) {
      return WHOLE;
    }
    var typed = TYPED.matcher(text.strip());
    try {
      if (typed.matches()) {
        return new Shard(Integer.parseInt(typed.group(1)), Integer.parseInt(typed.group(2)));
      }
    } catch (IllegalArgumentException e) {
      throw new PlanException(String.valueOf(e.getMessage()));
    }
    throw new PlanException("'" + text + "' is no shard; write 2/4 for the second of four");
  }

  public boolean isWhole() {
    return of == 1;
  }

  /// The part of `forks` that is this one's, in their order. Each comparison goes to the machine
  /// that has least to do, the longest first, so that all have about the same.
  ///
  /// @throws PlanException if nothing is left for it
  List<PlannedFork> part(List<PlannedFork> forks) throws PlanException {
    var times = new LinkedHashMap<Scenario, Duration>();
    forks.forEach(fork -> times.merge(comparison(fork), fork.expected(), Duration::plus));
    if (times.size() < number) {
      throw new PlanException(
          "Shard %s has nothing to measure: the plan has %d comparisons"
              .formatted(this, times.size()));
    }
    var load = new Duration[of];
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
        .filter(fork -> owners.getOrDefault(comparison(fork), 0) == number)
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

  @Override
  public String toString() {
    return number + "/" + of;
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
