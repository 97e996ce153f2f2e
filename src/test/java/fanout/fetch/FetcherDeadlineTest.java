package fanout.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fanout.vocabulary.Content;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// One request per fetch, and one clock from its start to its last byte.
@Timeout(30)
class FetcherDeadlineTest {
  private static final Endpoint USERS = Endpoint.of(Content.USERS);

  private final TestServer server = TestServer.start();
  private final FetchSettings settings = FetchSettings.of(server.uri());

  @AfterEach
  void closeServer() {
    server.close();
  }

  @ParameterizedTest
  @EnumSource
  void aConnectionThatEndsBeforeTheFirstByteIsNotRequestedTwice(Way way) {
    server.on("/users", new Answer.Raw(""));
    assertFails(way, settings, "the connection was closed before a response");
    assertThat(server.requests()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource
  void aConnectionInUseThatEndsBeforeTheFirstByteIsNotRequestedTwice(Way way) throws Exception {
    try (var fetcher = new Fetcher(settings, FetchListener.NONE)) {
      assertThat(way.fetch(fetcher, Endpoint.of(Content.POSTS)).items()).isPositive();
      server.on("/users", new Answer.Raw(""));
      assertThatThrownBy(() -> way.fetch(fetcher, USERS))
          .isInstanceOf(FetchException.class)
          .hasMessageContaining("the connection was closed before a response");
    }
    assertThat(server.requests()).isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource
  void theClockDoesNotStartAgainWhereTheServerHoldsAndCloses(Way way) {
    server.on("/users", new Answer.Raw("", Duration.ofMillis(600)));
    assertFails(
        way,
        settings.withDeadline(Duration.ofMillis(800)),
        "the connection was closed before a response");
    assertThat(server.requests()).isEqualTo(1);
  }

  private static void assertFails(Way way, FetchSettings settings, String what) {
    try (var fetcher = new Fetcher(settings, FetchListener.NONE)) {
      assertThatThrownBy(() -> way.fetch(fetcher, USERS))
          .isInstanceOf(FetchException.class)
          .hasMessage("users: GET " + settings.baseUri() + "/users failed: " + what);
    }
  }
}
