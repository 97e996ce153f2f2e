package fanout.vocabulary;

/// The unit of a result.
public sealed interface UnitName extends Name permits Unit, Unknown {
  /// The unit of that name.
  static UnitName of(String text) {
    for (var unit : Unit.values()) {
      if (unit.text().equals(text)) {
        return unit;
      }
    }
    return new Unknown(text);
  }
}
