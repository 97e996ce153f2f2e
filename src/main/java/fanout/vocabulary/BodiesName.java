package fanout.vocabulary;

/// What a result says of the bodies that were fetched.
public sealed interface BodiesName extends Name permits Bodies, Content, Unknown {
  /// The bodies of that name.
  static BodiesName of(String text) {
    for (var bodies : Bodies.values()) {
      if (bodies.text().equals(text)) {
        return bodies;
      }
    }
    for (var content : Content.values()) {
      if (content.text().equals(text)) {
        return content;
      }
    }
    return new Unknown(text);
  }
}
