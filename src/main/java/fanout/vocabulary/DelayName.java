package fanout.vocabulary;

/// What a result says of how long the stub waited.
public sealed interface DelayName permits Delay, Unknown {
  /// As it stands in files, such as `FIXED_20_MS`.
  String text();

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
