package fanout.gate.judge;

import fanout.gate.judge.Simulation.Noise;
import fanout.stats.BestShare;
import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/// A machine that runs one fork after the other. Values are logarithms of times.
final class SimulatedMachine {
  private final Noise noise;
  private final int iterations;
  private final double forks;
  private final UniformRandomProvider random;
  private final ZigguratSampler normal;
  private double wandering;
  private int finished;

  /// @param forks how many it will run, for the drift
  SimulatedMachine(Noise noise, int iterations, int forks, UniformRandomProvider random) {
    this.noise = noise;
    this.iterations = iterations;
    this.forks = forks;
    this.random = random;
    this.normal = ZigguratSampler.NormalizedGaussian.of(random);
    this.wandering = noise.correlatedSd() * normal.sample();
  }

  /// Runs a fork.
  ///
  /// @param effect logarithm of how much slower its code is
  /// @param follows whether it comes right after another of its row
  Fork fork(double effect, boolean follows) {
    double slow = slow();
    double level = effect + slow + (follows ? Math.log1p(noise.orderBias()) : 0);
    double cpu = level + speed() + noise.cpuForkSd() * normal.sample();
    return new Fork(iterations(level + noise.forkSd() * normal.sample()), cpu);
  }

  /// What a fork finds.
  static final class Fork {
    private final double[] iterations;
    private final double cpu;

    private Fork(double[] iterations, double cpu) {
      this.iterations = iterations;
      this.cpu = cpu;
    }

    /// Logarithm of the wall time of each.
    double[] iterations() {
      return iterations;
    }

    /// Logarithm of the CPU time of all.
    double cpu() {
      return cpu;
    }

    /// What our gate makes of them.
    double wall() {
      var times = Arrays.stream(iterations).map(Math::exp).toArray();
      return Math.log(BestShare.lowest(times, BestShare.USUAL));
    }
  }

  /// One fork that is as long as `times` forks.
  double[] longFork(double effect, int times) {
    double own = effect + slow() + noise.forkSd() * normal.sample();
    var all = new double[times * iterations];
    for (int i = 0; i < times; i++) {
      System.arraycopy(iterations(own), 0, all, i * iterations, iterations);
    }
    return all;
  }

  /// The reference loop: the machine's speed, and the noise of its own JVM.
  double referenceLoop(boolean follows) {
    return speed()
        + noise.referenceLoopSd() * normal.sample()
        + (follows ? Math.log1p(noise.orderBias()) : 0);
  }

  boolean coin() {
    return random.nextBoolean();
  }

  UniformRandomProvider random() {
    return random;
  }

  static double median(double[] iterations) {
    var sorted = iterations.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  private double slow() {
    return random.nextDouble() < noise.slowShare() ? Math.log(noise.slowFactor()) : 0;
  }

  private double speed() {
    return wandering + noise.drift() * finished / forks;
  }

  private double[] iterations(double level) {
    double machine = speed();
    var values = new double[iterations];
    for (int i = 0; i < iterations; i++) {
      values[i] = level + machine + noise.iterationSd() * normal.sample();
    }
    finished++;
    wandering =
        noise.correlation() * wandering
            + Math.sqrt(1 - noise.correlation() * noise.correlation())
                * noise.correlatedSd()
                * normal.sample();
    return values;
  }
}
