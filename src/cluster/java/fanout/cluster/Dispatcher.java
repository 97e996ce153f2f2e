package fanout.cluster;

import com.hazelcast.core.ExecutionCallback;
import com.hazelcast.core.IExecutorService;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Gives fetches to members as fast as they respond. Each has a window of fetches; what has no room
/// in any waits here, because the queue of Hazelcast's executor has no bound. Who is faster has
/// room sooner, and so gets more.
final class Dispatcher {
  private final IExecutorService fetches;
  private final Consumer<ActiveMember> whenLost;
  private final Consumer<ActiveMember> whenLeaving;
  private final Map<UUID, ActiveMember> active = new LinkedHashMap<>();
  private final Deque<ClusterBatch.Fetch> waiting = new ArrayDeque<>();
  private final Map<MemberAddress, Long> responses = new LinkedHashMap<>();
  private String lastLoss = "no member has been there";

  /// @param whenLost hears of each member that stopped to respond; more than once, where several
  ///   fetches say so
  /// @param whenLeaving hears of each member that gives back what it was given
  Dispatcher(
      IExecutorService fetches,
      Consumer<ActiveMember> whenLost,
      Consumer<ActiveMember> whenLeaving) {
    this.fetches = fetches;
    this.whenLost = whenLost;
    this.whenLeaving = whenLeaving;
  }

  /// Gives the fetches to members, or has them wait. Where there is no member, they fail.
  void submit(List<ClusterBatch.Fetch> batch) {
    synchronized (this) {
      waiting.addAll(batch);
    }
    giveOut();
  }

  /// The member gets work from now on.
  void joined(ActiveMember member) {
    synchronized (this) {
      active.put(member.member().getUuid(), member);
    }
    giveOut();
  }

  /// The member is no longer in the cluster.
  void left(UUID member) {
    synchronized (this) {
      var gone = active.remove(member);
      if (gone != null) {
        lastLoss = gone + " has left";
      }
    }
    giveOut();
  }

  synchronized List<ActiveMember> members() {
    return List.copyOf(active.values());
  }

  /// How many fetches each member has responded to.
  synchronized Map<MemberAddress, Long> responses() {
    return new LinkedHashMap<>(responses);
  }

  private void giveOut() {
    for (var next = next(); next != null; next = next()) {
      next.run();
    }
  }

  /// What is to be done now without the monitor; null where nothing is.
  private synchronized @Nullable Runnable next() {
    while (!waiting.isEmpty() && waiting.getFirst().isOver()) {
      waiting.removeFirst();
    }
    if (waiting.isEmpty()) {
      return null;
    }
    if (active.isEmpty()) {
      var fetch = waiting.removeFirst();
      var what = "no member is left to fetch it: " + lastLoss;
      return () -> fetch.failed(what);
    }
    var member =
        active.values().stream()
            .filter(ActiveMember::hasRoom)
            .min(Comparator.comparingDouble(ActiveMember::load));
    if (member.isEmpty()) {
      return null;
    }
    member.get().given();
    var fetch = waiting.removeFirst();
    return () -> give(fetch, member.get());
  }

  private void give(ClusterBatch.Fetch fetch, ActiveMember member) {
    try {
      fetches.submitToMember(fetch.task(), member.member(), new Response(fetch, member));
    } catch (RuntimeException e) {
      lost(fetch, member, e);
    }
  }

  private void responded(ClusterBatch.Fetch fetch, ActiveMember member, FetchReply reply) {
    synchronized (this) {
      member.responded();
      responses.merge(member.address(), 1L, Long::sum);
    }
    fetch.responded(reply);
    giveOut();
  }

  private void returned(ClusterBatch.Fetch fetch, ActiveMember member) {
    synchronized (this) {
      remove(member, " has left");
      waiting.addFirst(fetch);
    }
    whenLeaving.accept(member);
    giveOut();
  }

  private void lost(ClusterBatch.Fetch fetch, ActiveMember member, Throwable cause) {
    var what = cause.getClass().getSimpleName();
    synchronized (this) {
      remove(member, " was lost (" + what + ")");
    }
    whenLost.accept(member);
    if (!fetch.isOver() && fetch.lostWith(member, what)) {
      synchronized (this) {
        waiting.addFirst(fetch);
      }
    }
    giveOut();
  }

  private void remove(ActiveMember member, String how) {
    member.responded();
    if (active.remove(member.member().getUuid(), member)) {
      lastLoss = member + how;
    }
  }

  /// What comes of one fetch, on a thread of Hazelcast's client.
  private final class Response implements ExecutionCallback<byte[]> {
    private final ClusterBatch.Fetch fetch;
    private final ActiveMember member;

    Response(ClusterBatch.Fetch fetch, ActiveMember member) {
      this.fetch = fetch;
      this.member = member;
    }

    @Override
    public void onResponse(byte[] json) {
      try {
        var reply = Json.read(json, FetchReply.class);
        switch (reply.end()) {
          case FETCHED, FAILED -> responded(fetch, member, reply);
          case RETURNED -> returned(fetch, member);
        }
      } catch (IOException e) {
        lost(fetch, member, e);
      } catch (RuntimeException | Error e) {
        fetch.broken(e);
      }
    }

    @Override
    public void onFailure(Throwable cause) {
      lost(fetch, member, cause);
    }
  }
}
