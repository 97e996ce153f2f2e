package fanout.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fanout.vocabulary.Content;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
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
      var fetch = fetcher.fetchAsync(USERS, Way.batchOf(USERS, Duration.ZERO), Way.NEW_THREAD);
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
}
