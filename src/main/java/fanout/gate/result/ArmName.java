package fanout.gate.result;

import java.util.Locale;

/// The two sides of a comparison.
public enum ArmName {
  BASELINE,
  CANDIDATE;

  /// In lower case, for people.
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
