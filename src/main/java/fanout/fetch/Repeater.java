package fanout.fetch;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/// Sends the request of a fetch again where [Repeats] has it: after a failure that may pass, and
/// beside one whose response takes longer than most. All within the deadline of the fetch.
final class Repeater implements AutoCloseable {
  private final Repeats repeats;
  private final Function<Course, CompletableFuture<Received>> sender;
  private final ResponseTimes times;
  private final Map<Object, CompletableFuture<Boolean>> waits = new ConcurrentHashMap<>();
  private volatile boolean closed;

  /// @param sender sends one request, which the course counts and can cancel; what it returns fails
  ///   with a [FetchException]
  Repeater(Repeats repeats, Function<Course, CompletableFuture<Received>> sender) {
    this.repeats = repeats;
    this.sender = sender;
    this.times = new ResponseTimes(repeats.hedgePercentile());
  }

  /// Sends a request, and others as need be.
  ///
  /// @return fails with the [FetchException] of the last request
  CompletableFuture<Received> send(Course course) {
    return attempt(course, 1);
  }

  /// No request is sent any more, and nobody waits to send one.
  @Override
  public void close() {
    closed = true;
    waits.values().forEach(wait -> wait.completeExceptionally(new FetcherClosedException()));
  }

  private CompletableFuture<Received> attempt(Course course, int number) {
    long begin = System.nanoTime();
    var response = repeats.hedgePercentile() == 0 ? sender.apply(course) : hedged(course);
    return response
        .whenComplete((received, _) -> {
          if (received != null) {
            times.add(System.nanoTime() - begin);
          }
        })
        .exceptionallyCompose(failure -> again(course, number, failure));
  }

  private CompletableFuture<Received> again(Course course, int number, Throwable failure) {
    var cause = Sender.causeOf(failure);
    if (cause instanceof FetchException last && !closed) {
      var wait = number <= repeats.retries() ? Retry.waitAfter(last, number) : Retry.NEVER;
      if (wait.toNanos() < course.nanosToLastByte()) {
        return after(wait.toNanos(), course).thenCompose(_ -> attempt(course, number + 1));
      }
      return CompletableFuture.failedFuture(withRequests(last, course));
    }
    return CompletableFuture.failedFuture(cause);
  }

  private CompletableFuture<Received> hedged(Course course) {
    var winner = new CompletableFuture<Received>();
    var running = new AtomicInteger(1);
    var first = sender.apply(course);
    take(first, winner, running, course);
    long usualNanos = times.usualNanos();
    if (usualNanos < course.nanosToLastByte()) {
      var patience = after(usualNanos, course);
      var _ = winner.whenComplete((_, _) -> patience.cancel(false));
      var _ =
          patience.thenRunAsync(() -> {
            if (times.mayHedge() && running.getAndUpdate(Repeater::oneMoreIfAny) > 0) {
              take(sender.apply(course), winner, running, course);
            }
          });
    }
    return winner;
  }

  /// The first response counts, and the last failure.
  private static void take(
      CompletableFuture<Received> response,
      CompletableFuture<Received> winner,
      AtomicInteger running,
      Course course) {
    var _ =
        response.whenComplete((received, failure) -> {
          int others = running.decrementAndGet();
          if (received != null) {
            if (winner.complete(received)) {
              course.cancel();
            } else {
              received.exchange().release();
            }
          } else if (others == 0) {
            winner.completeExceptionally(failure);
          }
        });
  }

  private static int oneMoreIfAny(int running) {
    return running == 0 ? 0 : running + 1;
  }

  private CompletableFuture<Boolean> after(long nanos, Course course) {
    var wait =
        new CompletableFuture<Boolean>().completeOnTimeout(true, nanos, TimeUnit.NANOSECONDS);
    var key = new Object();
    waits.put(key, wait);
    course.add(wait);
    var _ = wait.whenComplete((_, _) -> waits.remove(key));
    if (closed) {
      wait.completeExceptionally(new FetcherClosedException());
    }
    return wait;
  }

  private static IOException withRequests(FetchException last, Course course) {
    return course.requests() == 1
        ? last
        : new FetchException(
            last.endpointName(),
            last.what() + "; " + course.requests() + " requests were sent",
            last.getCause());
  }
}
