package fanout.vocabulary;

/// What a result says that a batch was fetched with.
public sealed interface StrategyName extends Name permits Program, Unknown {
  /// The strategy or program of that name.
  static StrategyName of(String text) {
    for (var program : Program.all()) {
      if (program.text().equals(text)) {
        return program;
      }
    }
    return new Unknown(text);
  }
}
