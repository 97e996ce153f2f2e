package fanout.vocabulary;

/// What the body of a response holds.
public enum Content implements BodiesName {
  POSTS,
  COMMENTS,
  ALBUMS,
  PHOTOS,
  TODOS,
  USERS,
  /// Any JSON document: the elements of an array are its items; anything else is one item.
  ANY_JSON;

  @Override
  public String text() {
    return name();
  }
}
