package fanout.suite.plan;

import fanout.fetch.Concurrency;
import fanout.suite.result.Shard;
import fanout.vocabulary.Benchmark;
import fanout.vocabulary.Scenario;
import fanout.vocabulary.Strategy;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;

/// What a run is going to do.
///
/// @param preset what it is made from
/// @param rounds how often each fork is run
/// @param forks the forks of one round, in the order of the results
/// @param skipped scenarios that were skipped, each with its reason, as sentences
/// @param shard which part of it this machine measures
public record Plan(
    Preset preset, int rounds, List<PlannedFork> forks, List<String> skipped, Shard shard) {
  /// Starting the stub.
  private static final Duration STUB_START = Duration.ofSeconds(2);

  /// One article batch of each strategy for the timeline, the slow ones beside the others.
  private static final Duration TIMELINE = Duration.ofSeconds(8);

  /// Makes a plan of the part of `preset` that is wanted.
  ///
  /// @throws PlanException if a value is not in the preset, or nothing is left
  public static Plan of(Preset preset, PlanFilter wanted, Concurrency concurrency, int rounds)
      throws PlanException {
    return of(preset, wanted, concurrency, rounds, Shard.WHOLE);
  }

  /// The part of it that one of several machines measures.
  ///
  /// @throws PlanException if a value is not in the preset, or nothing is left
  public static Plan of(
      Preset preset, PlanFilter wanted, Concurrency concurrency, int rounds, Shard shard)
      throws PlanException {
    var whole = new Planner(preset, wanted, concurrency).plan(rounds);
    return new Plan(preset, rounds, new ShardPlan(shard).part(whole.forks), whole.skipped, shard);
  }

  /// The scenarios in the order of the results.
  public List<Scenario> scenarios() {
    return forks.stream().map(PlannedFork::scenario).toList();
  }

  /// Strategies of `ArticleBenchmark`, of which the timeline has one batch each; empty where that
  /// benchmark is not in the plan.
  public List<Strategy> articleStrategies() {
    return forks.stream()
        .filter(fork -> fork.benchmark() == Benchmark.ARTICLE)
        .map(fork -> fork.scenario().strategy())
        .filter(Strategy.class::isInstance)
        .map(Strategy.class::cast)
        .distinct()
        .toList();
  }

  /// Warm-up and measuring time of each benchmark, as text.
  public List<String> lengths() {
    return forks.stream()
        .map(fork ->
            fork.benchmark().text()
                + (fork.kind().parameters().contains(Parameter.DELAY)
                    ? " " + Parameter.DELAY.text(fork.scenario())
                    : "")
                + ": "
                + fork.kind().describe(fork.length()))
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
    return forks.stream().anyMatch(fork -> fork.kind().timesTheStub());
  }

  private Duration ofRound() {
    return forks.stream().map(PlannedFork::expected).reduce(Duration.ZERO, Duration::plus);
  }

  /// The plan for people, one line per benchmark.
  public List<String> describe() {
    var counts = new LinkedHashMap<String, Integer>();
    forks.forEach(fork -> counts.merge(fork.benchmark().text(), 1, Integer::sum));
    var parts = counts.entrySet().stream().map(e -> e.getValue() + " of " + e.getKey()).toList();
    return List.of(
        "Plan: %s %s of %s forks, in an order shuffled anew for each round: %s."
            .formatted(
                rounds, rounds == 1 ? "round" : "rounds", forks.size(), String.join(", ", parts)),
        "Time: about " + Minutes.of(expected()) + ".");
  }
}
