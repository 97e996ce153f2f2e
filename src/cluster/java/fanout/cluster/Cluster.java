package fanout.cluster;

import com.hazelcast.client.HazelcastClient;
import com.hazelcast.core.HazelcastException;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.core.IExecutorService;
import fanout.fetch.Batch;
import fanout.fetch.BatchFetcher;
import fanout.fetch.FailureMode;
import fanout.fetch.FetchException;
import fanout.fetch.FetchListener;
import fanout.fetch.FetchOutcome;
import fanout.fetch.FetchSettings;
import fanout.fetch.PendingBatch;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/// The coordinator: a client of a Hazelcast cluster, which listens on no port of its own, whose
/// members fetch.
///
/// The fetches that a lost member has not responded to are done once more by another one: such a
/// fetch may happen twice, and its first response counts. Of those the listener may hear the start
/// twice, but the finish once.
public final class Cluster implements BatchFetcher {
  private static final Duration GREETING_TIME = Duration.ofSeconds(15);

  private final HazelcastInstance client;
  private final IExecutorService control;
  private final FetchSettings settings;
  private final FetchListener listener;
  private final Roster roster;
  private final Dispatcher dispatcher;
  private final String id = UUID.randomUUID().toString();
  private final AtomicLong batches = new AtomicLong();
  private final Set<PendingBatch> running = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  private Cluster(
      HazelcastInstance client, FetchSettings settings, List<URI> servers, FetchListener listener)
      throws ClusterException {
    this.client = client;
    this.control = client.getExecutorService(ClusterConfigs.CONTROL);
    this.settings = settings;
    this.listener = listener;
    this.dispatcher =
        new Dispatcher(
            client.getExecutorService(ClusterConfigs.FETCHES), this::lost, this::leaving);
    this.roster =
        new Roster(
            client,
            new Roster.Work(BuildId.ofThisJvm(), settings.baseUri(), servers),
            dispatcher::joined,
            dispatcher::left);
  }

  /// Connects to a cluster whose members fetch from the server of `settings`.
  ///
  /// @throws ClusterException as the other method
  public static Cluster connect(
      ClusterToken token, List<MemberAddress> members, FetchSettings settings)
      throws ClusterException, InterruptedException {
    return connect(token, members, settings, List.of(settings.baseUri()), FetchListener.NONE);
  }

  /// Connects to a cluster. Members that join it later get work too.
  ///
  /// @param members some of its members; all of them have to be there
  /// @param servers which all members must reach
  /// @throws ClusterException if no member is to be reached, or one cannot do the work: it runs
  ///   another version of this program, is for another stub, or does not reach a server
  public static Cluster connect(
      ClusterToken token,
      List<MemberAddress> members,
      FetchSettings settings,
      List<URI> servers,
      FetchListener listener)
      throws ClusterException, InterruptedException {
    var cluster = new Cluster(client(token, members), settings, servers, listener);
    try {
      cluster.roster.awaitAll(members, GREETING_TIME);
      cluster.roster.start();
      return cluster;
    } catch (ClusterException | InterruptedException | RuntimeException e) {
      cluster.close();
      throw e;
    }
  }

  @Override
  public List<FetchOutcome> fetch(Batch batch, FailureMode mode)
      throws FetchException, InterruptedException {
    throwIfClosed();
    var pending = new PendingBatch(batch, mode);
    var shared =
        new ClusterBatch(id + "-" + batches.incrementAndGet(), pending, settings, listener);
    running.add(pending);
    try {
      // Closed meanwhile, it would not be among those that are ended.
      throwIfClosed();
      dispatcher.submit(shared.fetches());
      return pending.await();
    } finally {
      running.remove(pending);
      if (!pending.isComplete()) {
        pending.abandon();
        cancel(shared);
      }
    }
  }

  /// How many fetches each member has responded to.
  public Map<MemberAddress, Long> responses() {
    return dispatcher.responses();
  }

  /// The members that get work now.
  public List<MemberAddress> members() {
    return dispatcher.members().stream().map(ActiveMember::address).toList();
  }

  @Override
  public void close() {
    closed = true;
    roster.close();
    running.forEach(batch -> batch.broken(closed()));
    client.shutdown();
  }

  private static HazelcastInstance client(ClusterToken token, List<MemberAddress> members)
      throws ClusterException {
    try {
      return HazelcastClient.newHazelcastClient(ClusterConfigs.coordinator(token, members));
    } catch (HazelcastException | IllegalStateException e) {
      throw new ClusterException(
          "No member is to be reached at %s, or it has another token".formatted(members), e);
    }
  }

  private void cancel(ClusterBatch batch) {
    for (var member : dispatcher.members()) {
      try {
        var _ =
            control.submitToMember(new CancelTask(new Cancellation(batch.id())), member.member());
      } catch (RuntimeException _) {
        // A member that is gone has nothing to cancel.
      }
    }
  }

  private void lost(ActiveMember member) {
    roster.lost(member);
  }

  private void leaving(ActiveMember member) {
    roster.leaving(member);
  }

  private void throwIfClosed() {
    if (closed) {
      throw closed();
    }
  }

  private static IllegalStateException closed() {
    return new IllegalStateException("CLUSTER is closed");
  }
}
