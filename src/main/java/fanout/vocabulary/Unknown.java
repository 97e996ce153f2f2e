package fanout.vocabulary;

/// A name in a stored run that this version does not know: it is shown as it is, and nothing is
/// said of it.
public record Unknown(String text)
    implements StrategyName, DelayName, BodiesName, BenchmarkName, UnitName {
  @Override
  public String toString() {
    return text;
  }
}
