package fanout.gate.run;

import fanout.measure.ForkFailedException;
import org.openjdk.jmh.annotations.Mode;

/// JMH's modes by the short names that its JSON has.
final class Modes {
  private Modes() {}

  /// The mode of `avgt` and the like.
  static Mode of(String label) throws ForkFailedException {
    for (var mode : Mode.values()) {
      if (mode != Mode.All && mode.shortLabel().equals(label)) {
        return mode;
      }
    }
    throw new ForkFailedException("JMH's result has the unknown mode " + label, null);
  }
}
