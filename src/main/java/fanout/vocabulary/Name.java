package fanout.vocabulary;

import org.jspecify.annotations.Nullable;

/// A name of a measurement as files hold it: a constant of this version, or [Unknown].
public sealed interface Name permits StrategyName, DelayName, BodiesName, BenchmarkName, UnitName {
  /// As it stands in files.
  String text();

  /// The text of a name; null where there is none.
  static @Nullable String textOf(@Nullable Name name) {
    return name == null ? null : name.text();
  }
}
