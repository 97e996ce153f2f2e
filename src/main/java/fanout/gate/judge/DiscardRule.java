package fanout.gate.judge;

import fanout.measure.Interference;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Which pairs do not count: those that the machine spoiled. The rule is fixed beforehand, looks at
/// the machine alone and never at a score, so that it cannot favour an arm.
public final class DiscardRule {
  /// Percent of all processor time that the host may take away.
  public static final double MOST_STEAL = 2;

  /// Percent of all processor time that others may use.
  public static final double MOST_FOREIGN_CPU = 5;

  /// Of a row's pairs, the share that may be discarded: on a machine that is never quiet a run must
  /// come to an end, and what is left then counts as the noise that it is.
  private static final int ONE_IN = 4;

  private DiscardRule() {}

  /// Why a pair, a control or a pair of the reference loop does not count.
  ///
  /// @param machine what else the machine did meanwhile
  /// @param discardedSoFar how many of the same row were discarded before
  /// @param maxPairs the most pairs of a row
  /// @return why, for people; null where it counts
  public static @Nullable String reason(Interference machine, int discardedSoFar, int maxPairs) {
    if (discardedSoFar >= mostDiscarded(maxPairs)) {
      return null;
    }
    if (above(machine.stealPercent(), MOST_STEAL)) {
      return reason("The host took away", machine.stealPercent(), MOST_STEAL);
    }
    if (above(machine.foreignCpuPercent(), MOST_FOREIGN_CPU)) {
      return reason("Other programs used", machine.foreignCpuPercent(), MOST_FOREIGN_CPU);
    }
    return null;
  }

  /// How many pairs of a row may be discarded: a quarter of the most pairs, rounded up.
  public static int mostDiscarded(long maxPairs) {
    return (int) Math.ceilDiv(maxPairs, ONE_IN);
  }

  private static boolean above(@Nullable Double percent, double most) {
    return percent != null && percent > most;
  }

  private static String reason(String what, @Nullable Double percent, double most) {
    return String.format(
        Locale.ROOT, "%s %.1f %% of all processor time, above %.0f %%", what, percent, most);
  }
}
