package fanout.cluster;

import com.hazelcast.cluster.Member;
import com.hazelcast.core.ExecutionCallback;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.core.IExecutorService;
import fanout.os.ForeignText;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// Who is in the cluster, and who of them gets work: each member is asked first whether it can do
/// it.
///
/// Looks by itself, again and again: a member that stopped to respond and does so again is in the
/// cluster all the time, and no event tells of it.
final class Roster implements AutoCloseable {
  private static final Duration LOOK = Duration.ofMillis(100);
  private static final Duration BETWEEN_GREETINGS = Duration.ofSeconds(1);

  private final HazelcastInstance client;
  private final IExecutorService control;
  private final Work work;
  private final Consumer<ActiveMember> whenReady;
  private final Consumer<UUID> whenGone;
  private final Map<UUID, Standing> standings = new HashMap<>();
  private final Thread looking = Thread.ofVirtual().name("cluster-roster").unstarted(this::run);

  /// What members will have to do.
  ///
  /// @param build of this program
  /// @param server that is fetched from
  /// @param servers that members must reach
  record Work(String build, URI server, List<URI> servers) {}

  /// How it stands with a member.
  private sealed interface Standing {
    /// It was greeted at this moment of [System#nanoTime()] and has not responded.
    record Greeted(long nanos) implements Standing {}

    record Ready() implements Standing {}

    record Refused(String sentence) implements Standing {}

    /// It finishes what it does, and wants no more.
    record Leaving() implements Standing {}
  }

  Roster(
      HazelcastInstance client,
      Work work,
      Consumer<ActiveMember> whenReady,
      Consumer<UUID> whenGone) {
    this.client = client;
    this.control = client.getExecutorService(ClusterConfigs.CONTROL);
    this.work = work;
    this.whenReady = whenReady;
    this.whenGone = whenGone;
  }

  void start() {
    looking.start();
  }

  /// Waits until each member that is there now has said whether it can work.
  ///
  /// @throws ClusterException if one cannot, or does not respond, or one of `named` is not there
  void awaitAll(List<MemberAddress> named, Duration patience)
      throws ClusterException, InterruptedException {
    long begin = System.nanoTime();
    while (System.nanoTime() - begin < patience.toNanos()) {
      if (look()) {
        throwIfOneIsMissing(named);
        return;
      }
      Thread.sleep(LOOK.dividedBy(5));
    }
    throw new ClusterException(
        "%s did not respond within %d s".formatted(undecided(), patience.toSeconds()));
  }

  /// It stopped to respond: it is asked again before it gets more.
  synchronized void lost(ActiveMember member) {
    standings.replace(member.member().getUuid(), new Standing.Greeted(System.nanoTime()));
  }

  synchronized void leaving(ActiveMember member) {
    standings.replace(member.member().getUuid(), new Standing.Leaving());
  }

  @Override
  public void close() {
    looking.interrupt();
  }

  private void run() {
    try {
      while (true) {
        Thread.sleep(LOOK);
        try {
          look();
        } catch (ClusterException _) {
          // A member that came later gets no work; the others have it all.
        } catch (RuntimeException _) {
          // The client is off-line for a moment, or closed, which ends this thread.
        }
      }
    } catch (InterruptedException _) {
      // Closed.
    }
  }

  /// @return whether all members have said whether they can work
  /// @throws ClusterException if one cannot
  private boolean look() throws ClusterException {
    var members =
        client.getCluster().getMembers().stream()
            .collect(Collectors.toMap(Member::getUuid, each -> each));
    forgetAllBut(members.keySet());
    members.values().stream().filter(this::isToBeGreeted).forEach(this::greet);
    synchronized (this) {
      for (var standing : standings.values()) {
        if (standing instanceof Standing.Refused refused) {
          throw new ClusterException(refused.sentence());
        }
      }
      return standings.values().stream().noneMatch(Standing.Greeted.class::isInstance);
    }
  }

  private void forgetAllBut(Set<UUID> members) {
    List<UUID> gone;
    synchronized (this) {
      gone = standings.keySet().stream().filter(each -> !members.contains(each)).toList();
      gone.forEach(standings::remove);
    }
    gone.forEach(whenGone);
  }

  private synchronized boolean isToBeGreeted(Member member) {
    long now = System.nanoTime();
    var standing = standings.get(member.getUuid());
    boolean due =
        standing == null
            || (standing instanceof Standing.Greeted greeted
                && now - greeted.nanos() > BETWEEN_GREETINGS.toNanos());
    if (due) {
      standings.put(member.getUuid(), new Standing.Greeted(now));
    }
    return due;
  }

  private void greet(Member member) {
    var refusal = MemberAttributes.refusal(member, work.build(), work.server());
    if (refusal.isPresent()) {
      refuse(member, refusal.get());
    } else {
      control.submitToMember(
          new GreetingTask(new Greeting(work.servers())), member, new Response(member));
    }
  }

  private synchronized void refuse(Member member, String sentence) {
    standings.replace(member.getUuid(), new Standing.Refused(sentence));
  }

  private void ready(Member member) {
    synchronized (this) {
      if (!(standings.get(member.getUuid()) instanceof Standing.Greeted)) {
        return;
      }
      standings.put(member.getUuid(), new Standing.Ready());
    }
    whenReady.accept(new ActiveMember(member));
  }

  private synchronized String undecided() {
    var silent =
        client.getCluster().getMembers().stream()
            .filter(member -> standings.get(member.getUuid()) instanceof Standing.Greeted)
            .map(MemberAttributes::addressOf)
            .toList();
    return "members " + silent;
  }

  private void throwIfOneIsMissing(List<MemberAddress> named) throws ClusterException {
    var there = client.getCluster().getMembers().stream().map(MemberAttributes::addressOf).toList();
    for (var member : named) {
      if (there.stream().noneMatch(member::isSameAs)) {
        throw new ClusterException(
            "member %s is not in the cluster of %s; it has to --join them"
                .formatted(member, there));
      }
    }
  }

  /// What a member says to a greeting.
  private final class Response implements ExecutionCallback<byte[]> {
    private final Member member;

    Response(Member member) {
      this.member = member;
    }

    @Override
    public void onResponse(byte[] json) {
      try {
        var refusal = Json.read(json, GreetingReply.class).refusal();
        if (refusal.isEmpty()) {
          ready(member);
        } else {
          refuse(
              member,
              "member %s %s"
                  .formatted(MemberAttributes.addressOf(member), ForeignText.printable(refusal)));
        }
      } catch (IOException e) {
        refuse(member, "member " + MemberAttributes.addressOf(member) + " " + e.getMessage());
      }
    }

    @Override
    public void onFailure(Throwable cause) {
      // It is greeted again.
    }
  }
}
