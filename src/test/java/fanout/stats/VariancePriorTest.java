package fanout.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

/// Literals by SciPy: `polygamma`, `brentq` and `f.isf`, after the formulas of Smyth's appendix.
class VariancePriorTest {
  @Test
  void invertsTrigamma() {
    assertThat(VariancePrior.inverseTrigamma(0.01)).isCloseTo(100.499166681943, within(1e-8));
    assertThat(VariancePrior.inverseTrigamma(0.5)).isCloseTo(2.45995294834831, within(1e-9));
    assertThat(VariancePrior.inverseTrigamma(2)).isCloseTo(0.876664077464247, within(1e-9));
    assertThat(VariancePrior.inverseTrigamma(100)).isCloseTo(0.100723758800055, within(1e-9));
  }

  @Test
  void rowsThatDifferGiveAWeakPrior() {
    var prior =
        VariancePrior.of(
            new RowVariance(1, 4),
            new RowVariance(2, 4),
            new RowVariance(40, 9),
            new RowVariance(8, 4),
            new RowVariance(3, 5));

    assertThat(prior.freedom()).isCloseTo(2.282897210458, within(1e-8));
    assertThat(prior.variance()).isCloseTo(3.461526887987, within(1e-8));
  }

  /// They scatter less than chance alone would make them: the formula has no finite answer.
  @Test
  void rowsThatDifferByChanceAloneArePooledAndWorthNoMoreThanAllOfThem() {
    var prior = VariancePrior.of(equallyFree(4, 1, 2, 4, 8, 3));

    assertThat(prior).isEqualTo(new VariancePrior(20, 3.6));
  }

  @Test
  void moderatedVarianceLiesBetweenTheRowAndItsNeighbours() {
    var prior = new VariancePrior(6, 1.5);

    assertThat(prior.moderated(new RowVariance(2.5, 4))).isEqualTo(new RowVariance(1.9, 10));
    assertThat(prior.moderated(new RowVariance(0, 4)).variance()).isCloseTo(0.9, within(1e-12));
  }

  /// F of 4 and 6 degrees of freedom exceeds 9.148 once in a hundred times.
  @Test
  void aRowThatItsNeighboursDoNotAllowForKeepsItsOwnVariance() {
    var prior = new VariancePrior(6, 1.5);
    var usual = new RowVariance(13.7, 4);
    var outlier = new RowVariance(13.8, 4);

    assertThat(prior.moderated(usual).freedom()).isEqualTo(10);
    assertThat(prior.moderated(outlier)).isEqualTo(outlier);
  }

  @Test
  void tooFewRowsOrRowsWithoutSpreadTellNothing() {
    assertThat(VariancePrior.of()).isEqualTo(VariancePrior.NONE);
    assertThat(VariancePrior.of(equallyFree(5, 1, 2))).isEqualTo(VariancePrior.NONE);
    assertThat(VariancePrior.of(equallyFree(5, 0, 0, 2))).isEqualTo(VariancePrior.NONE);
    assertThat(
            VariancePrior.of(new RowVariance(1, 5), new RowVariance(1, 5), new RowVariance(0, 0)))
        .isEqualTo(VariancePrior.NONE);
    assertThat(VariancePrior.NONE.moderated(new RowVariance(2, 5)))
        .isEqualTo(new RowVariance(2, 5));
  }

  /// The logarithm of 0 would make the rows differ beyond all bounds.
  @Test
  void aRowWithoutSpreadAmongOthersCountsAsARoundingError() {
    var prior = VariancePrior.of(equallyFree(5, 1, 0, 2, 3));

    assertThat(prior.freedom()).isBetween(0.1, 0.7);
    assertThat(prior.variance()).isPositive();
  }

  @Test
  void refusesAPriorThatSaysNothingWithCertainty() {
    assertThatThrownBy(() -> new VariancePrior(3, 0))
        .hasMessage(
            "A prior needs a positive variance with positive degrees of freedom, got 0.0 with 3.0");
    assertThatThrownBy(() -> new VariancePrior(Double.POSITIVE_INFINITY, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new RowVariance(-1, 3)).isInstanceOf(IllegalArgumentException.class);
  }

  private static RowVariance[] equallyFree(double freedom, double... variances) {
    return DoubleStream.of(variances)
        .mapToObj(variance -> new RowVariance(variance, freedom))
        .toArray(RowVariance[]::new);
  }
}
