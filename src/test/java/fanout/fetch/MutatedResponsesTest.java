package fanout.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import fanout.reliability.Mutations;
import fanout.vocabulary.Content;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// A response that is broken anywhere, head or body, gives its items or one sentence, over real
/// sockets.
class MutatedResponsesTest {
  private static final Endpoint ALBUMS = Endpoint.of(Content.ALBUMS);

  @Test
  @Timeout(300)
  void responses() throws Exception {
    var body = SixBodies.body(Content.ALBUMS);
    var whole =
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s"
            .formatted(Answer.bytesOf(body).length, body);
    try (var server = TestServer.start();
        var fetcher = new Fetcher(FetchSettings.of(server.uri()), FetchListener.NONE)) {
      double refused =
          Mutations.refused(
              "responses of a server",
              whole,
              FetchException.class,
              text -> {
                server.on("/albums", new Answer.Raw(text));
                assertThat(fetcher.fetch(ALBUMS, System.nanoTime()).items()).isNotNegative();
              });

      assertThat(refused).isGreaterThan(0.3);
    }
  }
}
