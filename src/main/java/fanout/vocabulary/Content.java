package fanout.vocabulary;

import java.util.List;

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

  /// What the stub serves, in jsonplaceholder's order.
  public static final List<Content> OF_THE_STUB =
      List.of(POSTS, COMMENTS, ALBUMS, PHOTOS, TODOS, USERS);

  @Override
  public String text() {
    return name();
  }
}
