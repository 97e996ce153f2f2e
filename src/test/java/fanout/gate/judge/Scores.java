package fanout.gate.judge;

import fanout.gate.judge.Simulation.Noise;
import fanout.stats.Proportion;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.commons.rng.simple.RandomSource;

/// Many simulated runs of one model and effect.
///
/// @param noise the model
/// @param slowdown of one row in each run, as a share
/// @param ours each run of our gate
/// @param others each run of the others, by rule
record Scores(
    Noise noise,
    double slowdown,
    List<SimulatedGate.Result> ours,
    Map<OtherRule, List<SimulatedOthers.Result>> others) {

  /// @param runs of our gate
  /// @param otherRuns of the other rules
  static Scores of(Simulation simulation, Noise noise, double slowdown, int runs, int otherRuns) {
    var random =
        RandomSource.XO_RO_SHI_RO_128_PP.create(
            simulation.seed() * 31 + noise.name().hashCode() * 101L + Math.round(slowdown * 100));
    var ours = new ArrayList<SimulatedGate.Result>();
    for (int i = 0; i < runs; i++) {
      ours.add(SimulatedGate.run(simulation, noise, slowdown, random));
    }
    var others = new EnumMap<OtherRule, List<SimulatedOthers.Result>>(OtherRule.class);
    for (int i = 0; i < otherRuns; i++) {
      SimulatedOthers.run(simulation, noise, slowdown, random)
          .forEach(
              (rule, result) -> others.computeIfAbsent(rule, _ -> new ArrayList<>()).add(result));
    }
    return new Scores(noise, slowdown, ours, others);
  }

  /// Runs with a row called regressed that was not slower.
  Proportion falseAlarms() {
    return share(ours, result -> result.falseAlarms() > 0);
  }

  Proportion found() {
    return share(ours, SimulatedGate.Result::found);
  }

  /// The interval of the row with the effect, as it is printed.
  Proportion covered() {
    return share(ours, SimulatedGate.Result::covered);
  }

  /// Of all rows of all runs.
  Proportion coveredAt(int look, int rows) {
    int covered = ours.stream().mapToInt(result -> result.coveredAt().get(look)).sum();
    return new Proportion(covered, ours.size() * rows);
  }

  Proportion falseAlarms(OtherRule rule) {
    return share(of(rule), result -> result.falseAlarms() > 0);
  }

  Proportion found(OtherRule rule) {
    return share(of(rule), SimulatedOthers.Result::found);
  }

  private List<SimulatedOthers.Result> of(OtherRule rule) {
    return others.getOrDefault(rule, List.of());
  }

  Proportion invalid() {
    return share(ours, result -> !result.valid());
  }

  /// Mean number of pairs of the row that is slower.
  double pairs() {
    return ours.stream().mapToInt(SimulatedGate.Result::pairs).average().orElseThrow();
  }

  /// Runs of the same code that did not simply pass.
  Proportion alarms() {
    return share(ours, result -> result.outcome() != GateOutcome.PASSED);
  }

  private static <T> Proportion share(List<T> runs, Predicate<T> which) {
    return new Proportion((int) runs.stream().filter(which).count(), runs.size());
  }
}
