package fanout.gate.judge;

import fanout.gate.judge.Simulation.Noise;
import java.util.EnumMap;
import java.util.Map;
import org.apache.commons.rng.UniformRandomProvider;

/// A run as the other rules want it on a simulated machine: all of the baseline, then all of the
/// candidate, each row's forks in turn; and once more with one long fork per row and arm.
final class SimulatedOthers {
  private final Simulation simulation;
  private final SimulatedMachine machine;

  private SimulatedOthers(Simulation simulation, Noise noise, UniformRandomProvider random) {
    this.simulation = simulation;
    int forks = 2 * simulation.rows() * simulation.pairs();
    this.machine = new SimulatedMachine(noise, simulation.iterations(), forks, random);
  }

  /// @param found whether row 0 was called regressed
  /// @param falseAlarms rows without an effect that were
  record Result(boolean found, int falseAlarms) {}

  static Map<OtherRule, Result> run(
      Simulation simulation, Noise noise, double slowdown, UniformRandomProvider random) {
    var forks = new SimulatedOthers(simulation, noise, random);
    var baseline = forks.arm(0);
    var candidate = forks.arm(Math.log1p(slowdown));
    var processes = new SimulatedOthers(simulation, noise, random);
    var longBaseline = processes.longArm(0);
    var longCandidate = processes.longArm(Math.log1p(slowdown));
    var results = new EnumMap<OtherRule, Result>(OtherRule.class);
    for (var rule : OtherRule.values()) {
      boolean found = false;
      int alarms = 0;
      for (int row = 0; row < simulation.rows(); row++) {
        boolean regressed =
            rule.regressed(baseline[row], candidate[row], longBaseline[row], longCandidate[row]);
        found |= row == 0 && regressed;
        alarms += regressed && (row > 0 || slowdown == 0) ? 1 : 0;
      }
      results.put(rule, new Result(found, alarms));
    }
    return results;
  }

  private double[][][] arm(double effect) {
    var arm = new double[simulation.rows()][simulation.pairs()][];
    for (int row = 0; row < simulation.rows(); row++) {
      for (int fork = 0; fork < simulation.pairs(); fork++) {
        arm[row][fork] = machine.fork(row == 0 ? effect : 0, fork > 0).iterations();
      }
    }
    return arm;
  }

  private double[][] longArm(double effect) {
    var arm = new double[simulation.rows()][];
    for (int row = 0; row < simulation.rows(); row++) {
      arm[row] = machine.longFork(row == 0 ? effect : 0, simulation.pairs());
    }
    return arm;
  }
}
