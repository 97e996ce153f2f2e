package fanout.gate.judge;

import fanout.stats.WelchRatio;
import java.util.Arrays;
import org.apache.commons.statistics.distribution.TDistribution;
import org.apache.commons.statistics.inference.AlternativeHypothesis;
import org.apache.commons.statistics.inference.MannWhitneyUTest;
import org.apache.commons.statistics.inference.PValueMethod;

/// How others tell whether a benchmark regressed: their rules with their defaults, given what each
/// is made for. All get as many iterations of each arm as we do, all of the baseline first.
enum OtherRule {
  /// The U test on one value per fork at 5 %, two-sided.
  ///
  /// @see <a href="https://pkg.go.dev/golang.org/x/perf/cmd/benchstat">benchstat</a>
  BENCHSTAT("benchstat: U test of forks, p < 0.05"),
  /// The mean is more than twice that of the run before.
  ///
  /// @see <a href="https://github.com/benchmark-action/github-action-benchmark">its README</a>
  GITHUB_ACTION_BENCHMARK("github-action-benchmark: mean above 200 %, its default"),
  /// The same with the threshold that people set who want to find 10 %.
  GITHUB_ACTION_BENCHMARK_105("github-action-benchmark: mean above 105 %"),
  /// One process per arm; p < 0.05 and the whole interval beyond a noise threshold of 1 %. Its
  /// bootstrap is Welch's t here, which says the same of 120 samples.
  ///
  /// @see <a href="https://bheisler.github.io/criterion.rs/book/analysis.html">Criterion.rs</a>
  CRITERION("criterion: one process, p < 0.05, interval beyond 1 %"),
  /// The 99.9 % intervals that JMH prints, over all iterations of all forks, do not touch.
  JMH_INTERVALS("JMH: 99.9 % intervals disjoint");

  private static final double BENCHSTAT_ALPHA = 0.05;
  private static final double CRITERION_ALPHA = 0.05;
  private static final double CRITERION_NOISE = 0.01;
  private static final double JMH_CONFIDENCE = 0.999;

  private final String words;

  OtherRule(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }

  /// @param baseline iterations of each fork, as logarithms
  /// @param longBaseline iterations of one long fork, as logarithms
  boolean regressed(
      double[][] baseline, double[][] candidate, double[] longBaseline, double[] longCandidate) {
    return switch (this) {
      case BENCHSTAT -> benchstat(means(baseline), means(candidate));
      case GITHUB_ACTION_BENCHMARK -> mean(pooled(candidate)) > 2 * mean(pooled(baseline));
      case GITHUB_ACTION_BENCHMARK_105 -> mean(pooled(candidate)) > 1.05 * mean(pooled(baseline));
      case CRITERION -> criterion(exp(longBaseline), exp(longCandidate));
      case JMH_INTERVALS -> disjoint(pooled(baseline), pooled(candidate));
    };
  }

  static boolean benchstat(double[] baseline, double[] candidate) {
    var test =
        MannWhitneyUTest.withDefaults()
            .with(AlternativeHypothesis.TWO_SIDED)
            .with(PValueMethod.ASYMPTOTIC)
            .test(candidate, baseline);
    return test.getPValue() < BENCHSTAT_ALPHA && median(candidate) > median(baseline);
  }

  static boolean criterion(double[] baseline, double[] candidate) {
    var ratio = WelchRatio.of(candidate, baseline);
    return ratio.pValue() < CRITERION_ALPHA && ratio.low() > 1 + CRITERION_NOISE;
  }

  static boolean disjoint(double[] baseline, double[] candidate) {
    return mean(candidate) - halfWidth(candidate) > mean(baseline) + halfWidth(baseline);
  }

  private static double halfWidth(double[] values) {
    double mean = mean(values);
    double squares = Arrays.stream(values).map(value -> (value - mean) * (value - mean)).sum();
    double error = Math.sqrt(squares / (values.length - 1) / values.length);
    return error
        * TDistribution.of(values.length - 1.0)
            .inverseSurvivalProbability((1 - JMH_CONFIDENCE) / 2);
  }

  private static double[] means(double[][] forks) {
    return Arrays.stream(forks).mapToDouble(fork -> mean(exp(fork))).toArray();
  }

  private static double[] pooled(double[][] forks) {
    return exp(Arrays.stream(forks).flatMapToDouble(Arrays::stream).toArray());
  }

  private static double[] exp(double[] logarithms) {
    return Arrays.stream(logarithms).map(Math::exp).toArray();
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElseThrow();
  }

  private static double median(double[] values) {
    return SimulatedMachine.median(values);
  }
}
