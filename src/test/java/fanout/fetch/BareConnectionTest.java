package fanout.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fanout.vocabulary.Content;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class BareConnectionTest {
  private static final Endpoint USERS = Endpoint.of(Content.USERS);

  /// The head and a part of the body fit in.
  private static final int SMALL_BUFFER = 200;

  private final TestServer server = TestServer.start();

  @AfterEach
  void closeServer() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {SMALL_BUFFER, 64 * 1024})
  void readsWholeBodiesOneAfterTheOther(int bufferBytes) throws IOException {
    var body = server.bodyOf(USERS).getBytes(StandardCharsets.UTF_8);
    assertThat(body).hasSizeGreaterThan(SMALL_BUFFER);
    try (var connection = new BareConnection(server.uri(), bufferBytes)) {
      for (int i = 0; i < 2; i++) {
        connection.send(BareConnection.request(server.uri(), USERS));
        assertThat(connection.receiveBody()).isEqualTo(body);
        connection.send(BareConnection.request(server.uri(), USERS));
        assertThat(connection.receive()).isEqualTo(body.length);
      }
    }
  }

  @Test
  void failsWhereABodyEndsEarly() throws IOException {
    server.on("/users", new Answer.Raw("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n[]"));
    try (var connection = new BareConnection(server.uri())) {
      connection.send(BareConnection.request(server.uri(), USERS));
      assertThatThrownBy(connection::receiveBody)
          .hasMessage("The server closed the connection within a response");
    }
  }

  @Test
  void failsWhereTheResponseIsNone() throws IOException {
    server.on("/users", Answer.status(500));
    try (var connection = new BareConnection(server.uri())) {
      connection.send(BareConnection.request(server.uri(), USERS));
      assertThatThrownBy(connection::receive).hasMessageContaining("HTTP/1.1 500");
    }
  }
}
