package fanout.vocabulary;

/// What a result says of how long the stub waited.
public sealed interface DelayName extends Name permits Delay, Unknown {
  /// The delay of that name.
  static DelayName of(String text) {
    for (var delay : Delay.values()) {
      if (delay.text().equals(text)) {
        return delay;
      }
    }
    return new Unknown(text);
  }
}
