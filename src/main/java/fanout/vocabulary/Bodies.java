package fanout.vocabulary;

/// Which bodies a batch of six gets.
public enum Bodies implements BodiesName {
  /// The six endpoints, once each: 83 % of their bytes are photos.
  SIX,
  /// Six times posts, so that no body outweighs the others.
  EQUAL;

  @Override
  public String text() {
    return name();
  }
}
