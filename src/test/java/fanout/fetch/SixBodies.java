package fanout.fetch;

import fanout.vocabulary.Content;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Small bodies of the six endpoints' shapes, of as many items as [#items] says.
public final class SixBodies {
  private SixBodies() {}

  static Map<String, Answer> answers() {
    return Endpoint.SIX.stream()
        .collect(
            Collectors.toMap(
                endpoint -> endpoint.location().getPath(),
                endpoint -> Answer.ok(body(endpoint.content()))));
  }

  /// Each kind has its own number, so that a mix-up shows.
  public static int items(Content content) {
    return 2 + Endpoint.SIX.indexOf(Endpoint.of(content));
  }

  public static String body(Content content) {
    return IntStream.rangeClosed(1, items(content))
        .mapToObj(id -> item(content).replace("ID", Integer.toString(id)))
        .collect(Collectors.joining(",\n  ", "[\n  ", "\n]\n"));
  }

  private static String item(Content content) {
    return switch (content) {
      case POSTS ->
          """
          {"userId": 1, "id": ID, "title": "a title", "body": "two\\nlines"}\
          """;
      case COMMENTS ->
          """
          {"postId": 1, "id": ID, "name": "n", "email": "a@b.example", "body": "é"}\
          """;
      case ALBUMS ->
          """
          {"userId": 1, "id": ID, "title": "an album"}\
          """;
      case PHOTOS ->
          """
          {"albumId": 1, "id": ID, "title": "t", "url": "https://u.example/ID", "thumbnailUrl": "t"}\
          """;
      case TODOS ->
          """
          {"userId": 1, "id": ID, "title": "to do", "completed": true}\
          """;
      case USERS ->
          """
          {"id": ID, "name": "N", "username": "n", "email": "n@b.example",
           "address": {"street": "s", "suite": "u", "city": "c", "zipcode": "z",
                       "geo": {"lat": "-37.3", "lng": "81.1"}},
           "phone": "1", "website": "w.example",
           "company": {"name": "c", "catchPhrase": "p", "bs": "b"}}\
          """;
      case ANY_JSON -> "{}";
    };
  }
}
