package fanout.suite.plan;

import java.time.Duration;
import java.util.Locale;

/// A duration as people say it: `45 s`, `19 min 5 s`.
public final class Minutes {
  private Minutes() {}

  public static String of(Duration duration) {
    long seconds = Math.max(0, Math.round(duration.toMillis() / 1000.0));
    return seconds < 60
        ? seconds + " s"
        : String.format(Locale.ROOT, "%d min %d s", seconds / 60, seconds % 60);
  }
}
