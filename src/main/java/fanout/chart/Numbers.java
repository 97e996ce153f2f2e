package fanout.chart;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/// Numbers for people, with a point in every locale and thousands with a comma. `numbers.js` writes
/// the same texts in a page.
public final class Numbers {
  private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);
  private static final double GIBIBYTE = 1L << 30;

  private Numbers() {}

  /// Three significant digits, but all digits of a whole number and of what is left of the point:
  /// `0.300`, `3`, `1,235`, `1.23e-7`.
  public static String text(double value) {
    var rounded = rounded(value, 3);
    return value == Math.rint(value) || rounded.abs().compareTo(THOUSAND) >= 0
        ? text(Math.round(value))
        : rounded.toString().replace('E', 'e');
  }

  public static String text(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  /// `4.52 to 4.71`.
  public static String range(double low, double high) {
    return text(low) + " to " + text(high);
  }

  /// Four significant digits without commas: `4.525`, `12340`.
  public static String precise(double value) {
    return rounded(value, 4).toPlainString();
  }

  /// A p value: `0.0123`.
  public static String probability(double value) {
    return String.format(Locale.ROOT, "%.4f", value);
  }

  /// `8 GiB`.
  public static String gibibytes(long bytes) {
    return String.format(Locale.ROOT, "%.0f GiB", bytes / GIBIBYTE);
  }

  /// With zeros at its end where it has fewer digits.
  private static BigDecimal rounded(double value, int digits) {
    var rounded = new BigDecimal(value).round(new MathContext(digits));
    int missing = digits - rounded.precision();
    return missing > 0 ? rounded.setScale(rounded.scale() + missing) : rounded;
  }
}
