package fanout.chart;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/// Numbers for people: three significant digits, a point in every locale, thousands with a comma.
public final class Numbers {
  private static final MathContext THREE_DIGITS = new MathContext(3);

  private Numbers() {}

  public static String text(double value) {
    if (Math.abs(value) >= 1000) {
      return String.format(Locale.ROOT, "%,d", Math.round(value));
    }
    return value == 0 ? "0" : new BigDecimal(value).round(THREE_DIGITS).toPlainString();
  }

  public static String text(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  /// `4.52 to 4.71`.
  public static String range(double low, double high) {
    return text(low) + " to " + text(high);
  }
}
