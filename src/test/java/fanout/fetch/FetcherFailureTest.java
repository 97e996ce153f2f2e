package fanout.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fanout.vocabulary.Content;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What a fetch that fails says, either way.
@Timeout(30)
class FetcherFailureTest {
  private static final Endpoint USERS = Endpoint.of(Content.USERS);

  private final TestServer server = TestServer.start();
  private final FetchSettings settings = FetchSettings.of(server.uri());

  @AfterEach
  void closeServer() {
    server.close();
  }

  @ParameterizedTest
  @EnumSource
  void namesEndpointAddressAndStatus(Way way) {
    server.on("/users", Answer.status(500));
    assertFails(
        way, settings, "users: GET " + server.uri() + "/users responded with 500 instead of 200");
  }

  @ParameterizedTest
  @EnumSource
  void doesNotFollowRedirects(Way way) {
    server.on(
        "/users",
        new Answer.Raw("HTTP/1.1 301 Moved\r\nLocation: /posts\r\nContent-Length: 0\r\n\r\n"));
    assertFails(
        way,
        settings,
        "users: GET "
            + server.uri()
            + "/users responded with 301, a redirect to /posts, which is not followed");
  }

  @ParameterizedTest
  @EnumSource
  void saysThatTheConnectionWasRefused(Way way) throws Exception {
    var nobody = FetchSettings.of(URI.create("http://127.0.0.1:" + unusedPort()));
    assertFails(
        way, nobody, "users: GET " + nobody.baseUri() + "/users failed: connection refused");
  }

  @ParameterizedTest
  @EnumSource
  void saysThatTheHostIsNotKnown(Way way) {
    var nowhere = FetchSettings.of(URI.create("http://nowhere.invalid"));
    assertFails(
        way, nowhere, "users: GET http://nowhere.invalid/users failed: the host is not known");
  }

  @ParameterizedTest
  @EnumSource
  void namesTheEndpointWhoseAddressIsNone(Way way) {
    var beyond = FetchSettings.of(URI.create("http://127.0.0.1:70000"));
    assertFails(
        way, beyond, "users: GET http://127.0.0.1:70000/users failed: port out of range:70000");
  }

  @ParameterizedTest
  @EnumSource
  void saysThatAPlainServerGivesNoSecureConnection(Way way) {
    var address = "https://127.0.0.1:" + server.uri().getPort() + "/users";
    var users = new Endpoint("users", URI.create(address), Content.USERS);
    try (var fetcher = new Fetcher(settings, FetchListener.NONE)) {
      assertThatThrownBy(() -> way.fetch(fetcher, users))
          .isInstanceOf(FetchException.class)
          .hasMessageStartingWith("users: GET " + address + " failed: no secure connection: ");
    }
  }

  @ParameterizedTest
  @EnumSource
  void saysWhatIsWrongWithTheJson(Way way) {
    server.on("/users", Answer.ok("[{\"id\": 1}]"));
    assertFails(
        way,
        settings,
        "users: GET "
            + server.uri()
            + "/users responded with what is not JSON of the expected shape:"
            + " [0].name is missing");
  }

  @ParameterizedTest
  @EnumSource
  void saysWhichFieldIsThereTwice(Way way) {
    server.on("/users", Answer.ok("[{\"id\": 1,\n \"id\": 2}]"));
    assertFails(
        way,
        settings,
        "users: GET "
            + server.uri()
            + "/users responded with what is not JSON of the expected shape:"
            + " \"id\" is there twice at line 2, column 6");
  }

  @ParameterizedTest
  @EnumSource
  void saysThatTheBodyBrokeOff(Way way) {
    server.on("/users", new Answer.Raw("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n[{}]"));
    assertFails(
        way,
        settings,
        "users: GET "
            + server.uri()
            + "/users failed: the connection was closed after 4 of 100 bytes of the body");
  }

  @ParameterizedTest
  @EnumSource
  void deadlineCoversTheWaitForTheHead(Way way) {
    server.on("/users", Answer.afterAges());
    assertFails(
        way,
        settings.withDeadline(Duration.ofMillis(200)),
        "users: GET " + server.uri() + "/users gave no complete response within 200 ms");
    Await.until(() -> server.aborted() == 1 && server.openConnections() == 0);
  }

  @ParameterizedTest
  @EnumSource
  void deadlineCoversTheBodyAndClosesTheConnection(Way way) throws Exception {
    server.on("/users", new Answer.Stalled(1000, "[{\"id\": 1"));
    try (var fetcher =
        new Fetcher(settings.withDeadline(Duration.ofSeconds(1)), FetchListener.NONE)) {
      assertThatThrownBy(() -> way.fetch(fetcher, USERS))
          .isInstanceOf(FetchException.class)
          .hasMessage("users: GET " + server.uri() + "/users gave no complete response within 1 s");
      Await.until(() -> server.aborted() == 1 && server.openConnections() == 0);
    }
  }

  private static void assertFails(Way way, FetchSettings settings, String message) {
    try (var fetcher = new Fetcher(settings, FetchListener.NONE)) {
      assertThatThrownBy(() -> way.fetch(fetcher, USERS))
          .isInstanceOfSatisfying(
              FetchException.class, e -> assertThat(e.endpointName()).isEqualTo("users"))
          .hasMessage(message);
    }
  }

  private static int unusedPort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
