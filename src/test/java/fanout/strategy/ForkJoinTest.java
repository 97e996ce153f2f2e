package fanout.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import fanout.fetch.Concurrency;
import fanout.fetch.Endpoint;
import fanout.fetch.FetchSettings;
import fanout.fetch.SixBodies;
import fanout.vocabulary.Content;
import fanout.vocabulary.Strategy;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ForkJoinTest {
  private static final int THREADS = 10;
  private static final int FETCHES = 10 * THREADS;

  /// The server responds to ten at a time only: a batch whose threads do not all fetch would never
  /// end.
  @Test
  void hasAsManyFetchesInFlightAsThreadsUntilTheEnd() throws Exception {
    var todos = Endpoint.of(Content.TODOS);
    var body = SixBodies.body(Content.TODOS).getBytes(StandardCharsets.UTF_8);
    var ten = new CyclicBarrier(THREADS);
    var server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), FETCHES);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      server.setExecutor(threads);
      server.createContext(
          "/",
          exchange -> {
            try {
              ten.await(20, TimeUnit.SECONDS);
              exchange.sendResponseHeaders(200, body.length);
              exchange.getResponseBody().write(body);
            } catch (Exception e) {
              exchange.sendResponseHeaders(503, -1);
            }
            exchange.close();
          });
      server.start();
      var settings =
          FetchSettings.of(URI.create("http://127.0.0.1:" + server.getAddress().getPort()))
              .withDeadline(Duration.ofSeconds(60));

      try (var fetcher =
          Strategies.open(Strategy.FORK_JOIN, settings, new Concurrency(THREADS, 1, 1))) {
        assertThat(fetcher.fetchAll(Collections.nCopies(FETCHES, todos))).hasSize(FETCHES);
      }
    } finally {
      server.stop(0);
    }
  }
}
