package fanout.gate.judge;

import fanout.gate.judge.SimulatedMachine.Fork;
import fanout.gate.judge.Simulation.Noise;
import fanout.gate.result.LookSettings;
import fanout.gate.result.PassSettings;
import fanout.stats.Estimate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.ListSampler;
import org.jspecify.annotations.Nullable;

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
  private final double[][] wall;
  private final double[][] cpu;
  private final double[][] controls;
  private final double[][] referenceLoop;

  private SimulatedGate(
      Simulation simulation, Noise noise, double effect, UniformRandomProvider random) {
    this.simulation = simulation;
    this.effect = effect;
    int forks = (2 * simulation.rows() + 2) * simulation.pairs();
    this.machine = new SimulatedMachine(noise, simulation.iterations(), forks, random);
    this.wall = new double[simulation.rows()][simulation.pairs()];
    this.cpu = new double[simulation.rows()][simulation.pairs()];
    this.controls = new double[2][simulation.pairs()];
    this.referenceLoop = new double[2][simulation.pairs()];
  }

  /// What a run came to.
  ///
  /// @param outcome of the run
  /// @param found whether row 0 was called regressed
  /// @param falseAlarms rows without an effect that were
  /// @param pairs how many row 0 took
  /// @param covered whether row 0's interval of wall time, as printed when it stopped, holds the
  ///   truth
  /// @param coveredAt in how many rows the 95 % t interval does at each look, had all stopped there
  /// @param valid whether no control moved
  record Result(
      GateOutcome outcome,
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
      boolean swappedLoop = round % 2 == 1;
      referenceLoop[swappedLoop ? 1 : 0][round] = machine.referenceLoop(false);
      referenceLoop[swappedLoop ? 0 : 1][round] = machine.referenceLoop(true);
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
    var first = fork(row, swapped, false);
    var second = fork(row, !swapped, true);
    record(row, round, swapped ? second : first, swapped ? first : second);
  }

  private void measureThree(int row, int round, int control, List<Integer> order) {
    var forks = new Fork[3];
    for (int place = 0; place < 3; place++) {
      int which = order.get(place);
      forks[which] = fork(row, which == 1, place > 0);
    }
    record(row, round, forks[0], forks[1]);
    controls[control][round] = forks[2].wall() - forks[0].wall();
  }

  private void record(int row, int round, Fork baseline, Fork candidate) {
    wall[row][round] = candidate.wall() - baseline.wall();
    cpu[row][round] = candidate.cpu() - baseline.cpu();
  }

  private Fork fork(int row, boolean candidate, boolean follows) {
    return machine.fork(candidate && row == 0 ? effect : 0, follows);
  }

  private Result judge() {
    var members = new ArrayList<TestedQuantity>();
    var pairs = new HashMap<Integer, Integer>();
    for (int row = 0; row < simulation.rows(); row++) {
      members.add(member(row, new Quantity.Wall(), wall[row]));
      members.add(member(row, new Quantity.Cpu(), cpu[row]));
      pairs.put(row, simulation.pairs());
    }
    var settings = LookSettings.of(simulation.pairs());
    new GroupSequentialTest(members, pairs, Set.of(), settings).judge(false);
    boolean found = regressed(members, 0);
    int alarms =
        (int)
            IntStream.range(effect == 0 ? 0 : 1, simulation.rows())
                .filter(row -> regressed(members, row))
                .count();
    boolean valid = isValid(members);
    return new Result(
        outcome(members, valid, found || alarms > 0),
        found,
        alarms,
        members.getFirst().pairs(),
        covers(members.getFirst()),
        settings.looks().stream().map(this::coveredRows).toList(),
        valid);
  }

  private TestedQuantity member(int row, Quantity quantity, double[] logRatios) {
    return new TestedQuantity(
        row,
        quantity,
        simulation.margin(),
        Observations.ofLogRatios(Arrays.stream(logRatios).boxed().toList()));
  }

  private static boolean regressed(List<TestedQuantity> members, int row) {
    return members.stream()
        .anyMatch(member -> member.row() == row && member.shown() == Hypothesis.REGRESSED);
  }

  private static GateOutcome outcome(
      List<TestedQuantity> members, boolean valid, boolean regressed) {
    if (!valid) {
      return GateOutcome.INVALID;
    }
    if (regressed) {
      return GateOutcome.REGRESSED;
    }
    boolean excluded =
        members.stream()
            .mapToDouble(SimulatedGate::notExcluded)
            .allMatch(slowdown -> slowdown <= PassSettings.DEFAULT_EXCLUDE);
    return excluded ? GateOutcome.PASSED : GateOutcome.UNDECIDED;
  }

  private static double notExcluded(TestedQuantity member) {
    return new TestedQuantityVerdict(member, member.pairs(), LookSettings.ALPHA, 1)
        .judged()
        .notExcluded();
  }

  private int coveredRows(int pairs) {
    int covered = 0;
    for (int row = 0; row < simulation.rows(); row++) {
      var interval = Estimate.ofLogRatios(first(wall[row], pairs), Estimate.CONFIDENCE).interval();
      covered += holdsTruth(interval, row) ? 1 : 0;
    }
    return covered;
  }

  private boolean covers(TestedQuantity member) {
    var mean = member.mean(member.pairs());
    return mean != null
        && holdsTruth(mean.ratio(JudgedQuantity.CONFIDENCE).interval(), member.row());
  }

  private boolean holdsTruth(Estimate.@Nullable Interval interval, int row) {
    return interval != null && interval.contains(row == 0 ? Math.exp(effect) : 1);
  }

  /// A control stops with its row, the reference loop with the last row.
  private boolean isValid(List<TestedQuantity> members) {
    int last = members.stream().mapToInt(TestedQuantity::pairs).max().orElseThrow();
    var loops =
        ReferenceLoopControls.of(
            first(referenceLoop[0], last), first(referenceLoop[1], last), true);
    return !moved(first(controls[0], members.getFirst().pairs()))
        && !moved(first(controls[1], members.getLast().pairs()))
        && loops.stream().noneMatch(JudgedControl::moved);
  }

  private boolean moved(double[] values) {
    return Controls.aaControl("control", values, true, simulation.margin()).moved();
  }

  private static double[] first(double[] values, int count) {
    return Arrays.copyOf(values, count);
  }
}
