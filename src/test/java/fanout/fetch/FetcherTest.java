package fanout.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fanout.vocabulary.Content;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(30)
class FetcherTest {
  private static final Endpoint USERS = Endpoint.of(Content.USERS);
  private static final Executor NEW_THREAD = task -> Thread.ofVirtual().start(task);

  /// Both ways of one fetch must say the same.
  enum Way {
    BLOCKING {
      @Override
      FetchResult fetch(Fetcher fetcher, Endpoint endpoint, Duration pause) throws Exception {
        return fetcher.fetch(endpoint, System.nanoTime(), pause);
      }
    },
    ASYNC {
      @Override
      FetchResult fetch(Fetcher fetcher, Endpoint endpoint, Duration pause) throws Exception {
        try {
          return fetcher
              .fetchAsync(endpoint, System.nanoTime(), pause, NEW_THREAD)
              .get(20, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
          throw (Exception) e.getCause();
        }
      }
    };

    abstract FetchResult fetch(Fetcher fetcher, Endpoint endpoint, Duration pause) throws Exception;

    FetchResult fetch(Fetcher fetcher, Endpoint endpoint) throws Exception {
      return fetch(fetcher, endpoint, Duration.ZERO);
    }
  }

  private final TestServer server = TestServer.start();
  private final FetchSettings settings = FetchSettings.of(server.uri());

  @AfterEach
  void closeServer() {
    server.close();
  }

  @ParameterizedTest
  @EnumSource
  void answersWithBytesItemsAndOrderedTimes(Way way) throws Exception {
    try (var fetcher =
        new Fetcher(settings.withResponseMode(ResponseMode.BODY), FetchListener.NONE)) {
      for (var endpoint : Endpoint.SIX) {
        var fetched = way.fetch(fetcher, endpoint);

        var body = Answer.bytesOf(server.bodyOf(endpoint));
        assertThat(fetched.endpoint()).isEqualTo(endpoint);
        assertThat(fetched.status()).isEqualTo(200);
        assertThat(fetched.bytes()).isEqualTo(body.length);
        assertThat(fetched.items()).isEqualTo(SixBodies.items(endpoint.content()));
        assertThat(fetched.body()).isNotNull().matches(ByteBuffer::isReadOnly);
        assertThat(fetched.body()).isEqualTo(ByteBuffer.wrap(body));
        assertThat(
                List.of(
                    0L,
                    fetched.startedNs(),
                    fetched.firstByteNs(),
                    fetched.receivedNs(),
                    fetched.finishedNs()))
            .isSorted();
      }
      assertThat(server.openConnections()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void readsChunkedBodiesOfUnknownLength(Way way) throws Exception {
    var item = "\"" + "x".repeat(0xfff0) + "\"";
    var document = "[" + item + "," + item + "," + item + "]";
    server.on(
        "/users",
        new Answer.Raw(
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
                + Integer.toHexString(100)
                + "\r\n"
                + document.substring(0, 100)
                + "\r\n"
                + Integer.toHexString(document.length() - 100)
                + "\r\n"
                + document.substring(100)
                + "\r\n0\r\n\r\n"));
    var any = new Endpoint("any", URI.create("/users"), Content.ANY_JSON);
    try (var fetcher = new Fetcher(settings, FetchListener.NONE)) {
      var fetched = way.fetch(fetcher, any);

      assertThat(fetched.items()).isEqualTo(3);
      assertThat(fetched.bytes()).isEqualTo(document.length());
      assertThat(fetched.body()).isNull();
    }
  }

  @ParameterizedTest
  @EnumSource
  void namesEndpointAddressAndStatus(Way way) {
    server.on("/users", Answer.status(500));
    assertFails(way, settings, "users: GET " + server.uri() + "/users answered 500 instead of 200");
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
            + "/users answered 301, a redirect to /posts, which is not followed");
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
            + "/users answered with what is not JSON of the expected shape:"
            + " Missing creator property 'name' (index 1)");
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
            + "/users failed: fixed content-length: 100, bytes received: 4");
  }

  @ParameterizedTest
  @EnumSource
  void refusesBodiesAboveOneGibibyteByName(Way way) {
    server.on("/users", new Answer.Stalled((1L << 30) + 1, "["));
    assertFails(
        way,
        settings,
        "users: GET " + server.uri() + "/users sent a body of more than 1 GiB, which is not read");
    Await.until(() -> server.openConnections() == 0);
  }

  @ParameterizedTest
  @EnumSource
  void deadlineCoversTheWaitForTheHead(Way way) {
    server.on("/users", Answer.afterAges());
    assertFails(
        way,
        settings.withDeadline(Duration.ofMillis(200)),
        "users: GET " + server.uri() + "/users gave no complete answer within 200 ms");
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
          .hasMessage("users: GET " + server.uri() + "/users gave no complete answer within 1 s");
      Await.until(() -> server.aborted() == 1 && server.openConnections() == 0);
    }
  }

  @ParameterizedTest
  @EnumSource
  void pauseComesBeforeTheEnd(Way way) throws Exception {
    var pause = Duration.ofMillis(150);
    try (var fetcher = new Fetcher(settings, FetchListener.NONE)) {
      var fetched = way.fetch(fetcher, USERS, pause);
      assertThat(fetched.finishedNs() - fetched.receivedNs())
          .isGreaterThanOrEqualTo(pause.toNanos());
    }
  }

  @ParameterizedTest
  @EnumSource
  void listenerHearsStartAndEnd(Way way) throws Exception {
    var heard = new CopyOnWriteArrayList<Object>();
    var listener =
        new FetchListener() {
          @Override
          public void started(Endpoint endpoint, long startedNs) {
            heard.add(startedNs);
          }

          @Override
          public void finished(FetchResult fetched) {
            heard.add(fetched);
          }
        };
    try (var fetcher = new Fetcher(settings, listener)) {
      var fetched = way.fetch(fetcher, USERS);
      assertThat(heard).containsExactly(fetched.startedNs(), fetched);
    }
  }

  @Test
  void cancellingTheFutureClosesTheConnection() {
    server.on("/users", Answer.afterAges());
    try (var fetcher = new Fetcher(settings, FetchListener.NONE)) {
      var fetch = fetcher.fetchAsync(USERS, System.nanoTime(), Duration.ZERO, NEW_THREAD);
      Await.until(() -> server.inFlight() == 1);
      fetch.cancel(true);
      Await.until(() -> server.aborted() == 1 && server.openConnections() == 0);
    }
  }

  @ParameterizedTest
  @EnumSource
  void closeCutsAFetchShort(Way way) throws Exception {
    server.on("/users", Answer.afterAges());
    assertThatCloseCutsShort(way, Duration.ZERO, () -> server.inFlight() == 1);
  }

  @ParameterizedTest
  @EnumSource
  void closeCutsAPauseShort(Way way) throws Exception {
    assertThatCloseCutsShort(
        way, Duration.ofMinutes(5), () -> server.requests() == 1 && server.inFlight() == 0);
  }

  @ParameterizedTest
  @EnumSource
  void refusesToFetchOnceClosed(Way way) {
    var fetcher = new Fetcher(settings, FetchListener.NONE);
    fetcher.close();
    fetcher.close();
    assertThatThrownBy(() -> way.fetch(fetcher, USERS)).isInstanceOf(FetcherClosedException.class);
  }

  private void assertThatCloseCutsShort(Way way, Duration pause, BooleanSupplier running)
      throws Exception {
    var fetcher = new Fetcher(settings, FetchListener.NONE);
    var failure = new CompletableFuture<Throwable>();
    var caller =
        Thread.ofVirtual()
            .start(() -> {
              try {
                way.fetch(fetcher, USERS, pause);
              } catch (Throwable e) {
                failure.complete(e);
              }
            });
    Await.until(running);
    fetcher.close();
    assertThat(failure.get(10, TimeUnit.SECONDS)).isInstanceOf(FetcherClosedException.class);
    caller.join();
    Await.until(() -> server.openConnections() == 0);
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
