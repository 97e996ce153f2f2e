package fanout.suite.plan;

import fanout.program.Programs;
import fanout.vocabulary.Scenario;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;

/// What a run is going to do.
///
/// @param preset what it is made from
/// @param rounds how often each fork is run
/// @param forks the forks of one round, in the order of the results
/// @param leftOut scenarios that were left out, each with its reason, as sentences
public record Plan(Preset preset, int rounds, List<PlannedFork> forks, List<String> leftOut) {
  /// Starting the stub.
  private static final Duration STUB_START = Duration.ofSeconds(2);

  /// One article batch of each strategy for the timeline, the slow ones beside the others.
  private static final Duration TIMELINE = Duration.ofSeconds(8);

  /// Makes a plan of the part of `preset` that is wanted.
  ///
  /// @throws PlanException if a value is not in the preset, or nothing is left
  public static Plan of(Preset preset, PlanFilter narrowing, Pools pools, int rounds)
      throws PlanException {
    return new Planner(preset, narrowing, pools).plan(rounds);
  }

  /// The scenarios in the order of the results.
  public List<Scenario> scenarios() {
    return forks.stream().map(PlannedFork::scenario).toList();
  }

  /// Strategies of `ArticleBenchmark`, of which the timeline has one batch each; empty where that
  /// benchmark is not in the plan.
  public List<String> articleStrategies() {
    return forks.stream()
        .filter(fork -> fork.benchmark() == SuiteBenchmark.ARTICLE)
        .map(fork -> fork.values().getOrDefault(Parameter.STRATEGY, ""))
        .distinct()
        .toList();
  }

  /// Warm-up and measuring time of each benchmark, as text.
  public List<String> lengths() {
    return forks.stream()
        .map(fork ->
            fork.benchmark().shortName()
                + (fork.values().containsKey(Parameter.DELAY)
                    ? " " + fork.values().get(Parameter.DELAY)
                    : "")
                + ": "
                + lengthOf(fork))
        .distinct()
        .toList();
  }

  /// How long the run should take.
  public Duration expected() {
    return beforeRounds().plus(ofRound().multipliedBy(rounds));
  }

  /// How long it should take before the first fork.
  Duration beforeRounds() {
    var start = timesTheStub() ? STUB_START.plus(preset.stubWarmUp()) : STUB_START;
    return articleStrategies().isEmpty() ? start : start.plus(TIMELINE);
  }

  /// Whether any result depends on how fast the stub is, which then is warmed up.
  public boolean timesTheStub() {
    return forks.stream().anyMatch(fork -> fork.benchmark().timesTheStub());
  }

  private Duration ofRound() {
    return forks.stream().map(PlannedFork::expected).reduce(Duration.ZERO, Duration::plus);
  }

  /// The plan for people, one line per benchmark.
  public List<String> describe() {
    var counts = new LinkedHashMap<String, Integer>();
    forks.forEach(fork -> counts.merge(fork.benchmark().shortName(), 1, Integer::sum));
    var parts = counts.entrySet().stream().map(e -> e.getValue() + " of " + e.getKey()).toList();
    return List.of(
        "Plan: %s %s of %s forks, in an order shuffled anew for each round: %s."
            .formatted(
                rounds, rounds == 1 ? "round" : "rounds", forks.size(), String.join(", ", parts)),
        "Time: about " + Minutes.of(expected()) + ".");
  }

  private String lengthOf(PlannedFork fork) {
    var length = fork.length();
    return switch (fork.benchmark()) {
      case ARTICLE ->
          preset.articleWarmUp().toMillis() + " ms of warm-up and a shot without pause, one shot";
      case COLD_START, COLD_START_PAUSED ->
          "%s %s after a check, programs in Java %s AOT caches"
              .formatted(
                  length.iterations(),
                  length.iterations() == 1 ? "shot" : "shots",
                  Programs.startFromAotCaches() ? "with" : "without");
      case SIX_ENDPOINTS, FAN_OUT, HAND_OVER, DECODE, FLOOR_ONE, FLOOR_SIX, FLOOR_SIX_TWO_THREADS ->
          "%s x %s ms of warm-up, %s x %s ms measured"
              .formatted(
                  length.warmupIterations(),
                  length.warmupMillis(),
                  length.iterations(),
                  length.iterationMillis());
    };
  }
}
