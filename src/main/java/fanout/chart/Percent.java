package fanout.chart;

import java.util.Locale;

/// Shares for people, as percent with one decimal.
public final class Percent {
  private Percent() {}

  /// `7.1 %`.
  public static String text(double share) {
    return number(share) + " %";
  }

  /// `97 %`.
  public static String whole(double share) {
    return String.format(Locale.ROOT, "%.0f %%", 100 * share);
  }

  /// `+7.1 %` or `-7.1 %`.
  public static String change(double share) {
    return signed(share) + " %";
  }

  /// `-1.2 to +7.1 %`.
  public static String range(double low, double high) {
    return signed(low) + " to " + signed(high) + " %";
  }

  private static String signed(double share) {
    var number = number(share);
    return number.startsWith("-") || number.equals("0.0") ? number : "+" + number;
  }

  /// Without a minus before nothing.
  private static String number(double share) {
    if (Double.isInfinite(share)) {
      return "any";
    }
    var text = String.format(Locale.ROOT, "%.1f", 100 * share);
    return text.equals("-0.0") ? "0.0" : text;
  }
}
