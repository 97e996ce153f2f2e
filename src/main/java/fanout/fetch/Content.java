package fanout.fetch;

import tools.jackson.databind.JsonNode;

/// What an endpoint answers with.
public enum Content {
  POSTS(Post.class),
  COMMENTS(Comment.class),
  ALBUMS(Album.class),
  PHOTOS(Photo.class),
  TODOS(Todo.class),
  USERS(User.class),
  /// Any JSON document: the elements of an array are its items; anything else is one item.
  ANY_JSON(JsonNode.class);

  private final Class<?> itemType;

  Content(Class<?> itemType) {
    this.itemType = itemType;
  }

  /// The type that one item is decoded into.
  public Class<?> itemType() {
    return itemType;
  }
}
