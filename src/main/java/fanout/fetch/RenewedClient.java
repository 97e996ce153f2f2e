package fanout.fetch;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// An HTTP client that is replaced when it leaves connections open.
///
/// That of JDK 25 does so where the head of a response cannot be read, such as a status line of
/// another protocol or a length that is no number: the fetch fails, but nobody closes the
/// connection, and what the server still sends is read for ever. Only the end of the client ends
/// it.
final class RenewedClient implements AutoCloseable {
  /// What is left open at most before a client is replaced, and how often it is otherwise: each
  /// replacement has all fetches connect anew.
  private static final int MOST_LEFT_OPEN = 16;

  private static final long BETWEEN_NANOS = TimeUnit.SECONDS.toNanos(1);

  /// For those who have taken the old client and are about to send with it.
  private static final long HANDOVER_MILLIS = 500;

  /// A client that was told to stop at once does so in milliseconds.
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Supplier<HttpClient> opener;
  private final List<HttpClient> retired = new ArrayList<>();
  private volatile HttpClient client;
  private int leftOpen;
  private long renewedNanos = System.nanoTime() - BETWEEN_NANOS;
  private boolean closed;

  RenewedClient(Supplier<HttpClient> opener) {
    this.opener = opener;
    this.client = opener.get();
  }

  HttpClient client() {
    return client;
  }

  /// A connection of `sender` was left open. Its other fetches go on; new ones get another client.
  synchronized void leftOpen(HttpClient sender) {
    if (closed || !sender.equals(client)) {
      return;
    }
    leftOpen++;
    long now = System.nanoTime();
    if (leftOpen < MOST_LEFT_OPEN && now - renewedNanos < BETWEEN_NANOS) {
      return;
    }
    leftOpen = 0;
    renewedNanos = now;
    retired.removeIf(HttpClient::isTerminated);
    retired.add(sender);
    client = opener.get();
    CompletableFuture.delayedExecutor(HANDOVER_MILLIS, TimeUnit.MILLISECONDS)
        .execute(sender::shutdown);
  }

  /// Aborts what still runs, and returns when connections and selector threads are gone: a JVM that
  /// ends while a client is open waits for its selector for up to 300 ms.
  @Override
  public void close() {
    all().forEach(RenewedClient::end);
  }

  private synchronized List<HttpClient> all() {
    closed = true;
    var all = new ArrayList<>(retired);
    all.add(client);
    return all;
  }

  private static void end(HttpClient client) {
    client.shutdownNow();
    try {
      client.awaitTermination(PATIENCE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
