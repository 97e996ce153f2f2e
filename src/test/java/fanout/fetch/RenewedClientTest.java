package fanout.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fanout.vocabulary.Content;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A client that leaves connections open is replaced, and they are closed.
@Timeout(60)
class RenewedClientTest {
  private static final Endpoint USERS = Endpoint.of(Content.USERS);
  private static final Endpoint POSTS = Endpoint.of(Content.POSTS);

  /// The server keeps the connection, so it hears when the client ends it.
  @ParameterizedTest
  @EnumSource
  void theConnectionOfAHeadThatCannotBeReadIsClosed(Way way) throws Exception {
    try (var server = TestServer.start();
        var fetcher = new Fetcher(FetchSettings.of(server.uri()), FetchListener.NONE)) {
      server.on("/users", new Answer.Held("HTTP/1.1 abc Nonsense\r\n\r\n"));
      assertThatThrownBy(() -> way.fetch(fetcher, USERS)).isInstanceOf(FetchException.class);

      assertThat(way.fetch(fetcher, POSTS).items()).isEqualTo(SixBodies.items(Content.POSTS));
      Await.until(() -> server.aborted() == 1);
      assertThat(way.fetch(fetcher, POSTS).items()).isEqualTo(SixBodies.items(Content.POSTS));
    }
  }

  @Test
  void isReplacedAtMostOnceASecondOrForSixteen() {
    var opened = new AtomicInteger();
    try (var renewed =
        new RenewedClient(() -> {
          opened.incrementAndGet();
          return PlainClient.open();
        })) {
      for (int i = 0; i < 1 + 16 + 15; i++) {
        renewed.leftOpen(renewed.client());
      }
      assertThat(opened.get()).isBetween(3, 4);
    }
  }
}
