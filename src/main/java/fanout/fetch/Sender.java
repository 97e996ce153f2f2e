package fanout.fetch;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/// Sends the request of a fetch, waiting or not, and knows what the JDK's client does wrong: what
/// it leaves open is closed, and what it ends together with another fetch is sent once more.
final class Sender implements AutoCloseable {
  private final Clients clients = new Clients();
  private volatile boolean closed;

  /// Sends the request, and waits for the response on the calling thread.
  Received send(Course course) throws FetchException, InterruptedException {
    try {
      return sendOnce(course);
    } catch (FetchException e) {
      if (FailureMessages.isOfAnotherFetch(e)) {
        return sendOnce(course);
      }
      throw e;
    }
  }

  private Received sendOnce(Course course) throws FetchException, InterruptedException {
    var exchange = new Exchange(course);
    var renewed = clients.clientFor(course.uri());
    var client = renewed.client();
    try {
      return new Received(exchange, client.send(exchange.request(), exchange).body());
    } catch (IOException | OutOfMemoryError e) {
      exchange.release();
      if (FailureMessages.isOfTheHead(e)) {
        renewed.leftOpen(client);
      }
      throw exchange.failure(e);
    } catch (IllegalArgumentException e) {
      // The client's word for an address that is none, such as one with port 70000.
      throw exchange.failure(new IOException(e.getMessage(), e));
    } catch (InterruptedException e) {
      exchange.release();
      throw e;
    }
  }

  /// As [#send], without a thread that waits.
  ///
  /// @return fails with a [FetchException]
  CompletableFuture<Received> sendAsync(Course course) {
    return sendOnceAsync(course)
        .exceptionallyCompose(failure ->
            FailureMessages.isOfAnotherFetch(failure) && !course.isCancelled() && !closed
                ? sendOnceAsync(course)
                : CompletableFuture.failedFuture(causeOf(failure)));
  }

  private CompletableFuture<Received> sendOnceAsync(Course course) {
    var exchange = new Exchange(course);
    RenewedClient renewed;
    HttpClient client;
    CompletableFuture<HttpResponse<byte[]>> sent;
    try {
      renewed = clients.clientFor(course.uri());
      client = renewed.client();
      sent = client.sendAsync(exchange.request(), exchange);
    } catch (IllegalArgumentException | FetcherClosedException | HttpTimeoutException e) {
      return CompletableFuture.failedFuture(exchange.failure(e));
    }
    course.add(sent);
    // A future of its own: cancelling one that depends on the client's ends the request before
    // anybody knows who wanted that.
    var received = new CompletableFuture<Received>();
    var _ =
        sent.whenComplete((response, failure) -> {
          if (response != null) {
            received.complete(new Received(exchange, response.body()));
          } else {
            exchange.release();
            if (FailureMessages.isOfTheHead(failure)) {
              renewed.leftOpen(client);
            }
            received.completeExceptionally(
                exchange.failure(causeOf(Objects.requireNonNull(failure))));
          }
        });
    return received;
  }

  /// Ends connections and threads; what still runs fails at once.
  @Override
  public void close() {
    closed = true;
    clients.close();
  }

  /// What a future failed with, without the wrapping of one that depends on it.
  static Throwable causeOf(Throwable failure) {
    return failure instanceof CompletionException && failure.getCause() != null
        ? failure.getCause()
        : failure;
  }
}
