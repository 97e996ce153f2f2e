package fanout.gate.judge;

import fanout.gate.judge.Simulation.Noise;
import fanout.gate.result.InterimLooks;
import fanout.gate.result.LookSettings;
import fanout.stats.Estimate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.TreeSet;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.ListSampler;

/// A run of our gate on a simulated machine, judged by the code that judges real ones. Row 0 is
/// slower by an effect, and with the last row has a second fork of the baseline.
final class SimulatedGate {
  /// The orders of baseline (0), candidate (1) and second baseline (2), each beside its mirror
  /// image.
  private static final List<List<List<Integer>>> ORDERS =
      List.of(
          List.of(List.of(0, 1, 2), List.of(2, 1, 0)),
          List.of(List.of(0, 2, 1), List.of(1, 2, 0)),
          List.of(List.of(1, 0, 2), List.of(2, 0, 1)));

  private static final int ROUNDS_OF_ORDERS = 6;

  private final Simulation simulation;
  private final SimulatedMachine machine;
  private final double effect;
  private final double[][] logRatios;
  private final double[][] controls;
  private final double[] ruler;

  private SimulatedGate(
      Simulation simulation, Noise noise, double effect, UniformRandomProvider random) {
    this.simulation = simulation;
    this.effect = effect;
    int forks = (2 * simulation.rows() + 2) * simulation.pairs();
    this.machine = new SimulatedMachine(noise, simulation.iterations(), forks, random);
    this.logRatios = new double[simulation.rows()][simulation.pairs()];
    this.controls = new double[2][simulation.pairs()];
    this.ruler = new double[simulation.pairs()];
  }

  /// What a run came to.
  ///
  /// @param found whether row 0 was called regressed
  /// @param falseAlarms rows without an effect that were
  /// @param pairs how many row 0 took
  /// @param covered whether row 0's interval, as printed when it stopped, holds the truth
  /// @param coveredAt in how many rows the 95 % t interval does at each look, had all stopped there
  /// @param valid whether no control moved
  record Result(
      boolean found,
      int falseAlarms,
      int pairs,
      boolean covered,
      List<Integer> coveredAt,
      boolean valid) {}

  /// @param slowdown of row 0, as a share
  static Result run(
      Simulation simulation, Noise noise, double slowdown, UniformRandomProvider random) {
    var run = new SimulatedGate(simulation, noise, Math.log1p(slowdown), random);
    run.measure();
    return run.judge();
  }

  private void measure() {
    var swapped = new boolean[simulation.rows()];
    List<List<Integer>> orders = List.of();
    for (int round = 0; round < simulation.pairs(); round++) {
      if (round % ROUNDS_OF_ORDERS == 0) {
        orders = orders();
      }
      for (int row = 0; row < simulation.rows(); row++) {
        int control = row == 0 ? 0 : row == simulation.rows() - 1 ? 1 : -1;
        if (control >= 0) {
          measureThree(row, round, control, orders.get(round % ROUNDS_OF_ORDERS));
        } else {
          swapped[row] = round % 2 == 0 ? machine.coin() : !swapped[row];
          measureTwo(row, round, swapped[row]);
        }
      }
      boolean second = round % 2 == 0;
      double first = machine.ruler(false);
      ruler[round] = (machine.ruler(true) - first) * (second ? 1 : -1);
    }
  }

  /// Of the next rounds: mirror images stand beside each other.
  private List<List<Integer>> orders() {
    var shuffled = new ArrayList<>(ORDERS);
    ListSampler.shuffle(machine.random(), shuffled);
    var orders = new ArrayList<List<Integer>>();
    for (var mirrored : shuffled) {
      var two = new ArrayList<>(mirrored);
      ListSampler.shuffle(machine.random(), two);
      orders.addAll(two);
    }
    return orders;
  }

  private void measureTwo(int row, int round, boolean swapped) {
    double first = fork(row, swapped, false);
    double second = fork(row, !swapped, true);
    logRatios[row][round] = swapped ? first - second : second - first;
  }

  private void measureThree(int row, int round, int control, List<Integer> order) {
    var values = new double[3];
    for (int place = 0; place < 3; place++) {
      int which = order.get(place);
      values[which] = fork(row, which == 1, place > 0);
    }
    logRatios[row][round] = values[1] - values[0];
    controls[control][round] = values[2] - values[0];
  }

  private double fork(int row, boolean candidate, boolean follows) {
    return SimulatedMachine.median(machine.fork(candidate && row == 0 ? effect : 0, follows));
  }

  private Result judge() {
    var looks = InterimLooks.of(simulation.pairs());
    var members = new ArrayList<TestedQuantity>();
    var pairs = new HashMap<Integer, Integer>();
    for (int row = 0; row < simulation.rows(); row++) {
      members.add(
          new TestedQuantity(
              row,
              new Quantity.Wall(),
              simulation.margin(),
              Observations.ofLogRatios(Arrays.stream(logRatios[row]).boxed().toList())));
      pairs.put(row, simulation.pairs());
    }
    GroupSequentialTest.judge(members, pairs, new TreeSet<>(), looks, LookSettings.ALPHA);
    var changed = members.getFirst();
    int alarms = 0;
    for (var member : members.subList(effect == 0 ? 0 : 1, members.size())) {
      alarms += member.shown() == Hypothesis.REGRESSED ? 1 : 0;
    }
    return new Result(
        changed.shown() == Hypothesis.REGRESSED,
        alarms,
        changed.pairs(),
        covers(0, changed.pairs(), JudgedQuantity.CONFIDENCE),
        looks.stream().map(this::coveredRows).toList(),
        isValid(members));
  }

  private int coveredRows(int pairs) {
    int covered = 0;
    for (int row = 0; row < simulation.rows(); row++) {
      covered += covers(row, pairs, Estimate.CONFIDENCE) ? 1 : 0;
    }
    return covered;
  }

  private boolean covers(int row, int pairs, double confidence) {
    var interval = Estimate.ofLogRatios(first(logRatios[row], pairs), confidence).interval();
    return interval != null && interval.contains(row == 0 ? Math.exp(effect) : 1);
  }

  /// A control stops with its row, the ruler with the last row.
  private boolean isValid(List<TestedQuantity> members) {
    int last = members.stream().mapToInt(TestedQuantity::pairs).max().orElseThrow();
    return !moved(first(controls[0], members.getFirst().pairs()))
        && !moved(first(controls[1], members.getLast().pairs()))
        && !moved(first(ruler, last));
  }

  private boolean moved(double[] values) {
    return Controls.judge("control", values, true, simulation.margin()).moved();
  }

  private static double[] first(double[] values, int count) {
    return Arrays.copyOf(values, count);
  }
}
