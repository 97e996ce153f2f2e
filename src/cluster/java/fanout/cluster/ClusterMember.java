package fanout.cluster;

import com.hazelcast.core.Hazelcast;
import com.hazelcast.core.HazelcastException;
import com.hazelcast.core.HazelcastInstance;
import java.time.Duration;

/// A member in this JVM. Whoever opens it closes it: Hazelcast has no shutdown hook here.
public final class ClusterMember implements AutoCloseable {
  /// For what it does when it is closed; what takes longer is done by another member once more.
  private static final Duration LEAVE_TIME = Duration.ofSeconds(5);

  private final HazelcastInstance instance;
  private final MemberWork work;

  private ClusterMember(HazelcastInstance instance, MemberWork work) {
    this.instance = instance;
    this.work = work;
  }

  /// Starts a member, and returns when it can be given work.
  ///
  /// @throws ClusterException if it cannot listen, or joins nobody of those whom it was told to
  public static ClusterMember start(MemberSettings settings) throws ClusterException {
    var work = new MemberWork();
    var config = ClusterConfigs.member(settings);
    config.getUserContext().putAll(work.asUserContext());
    var member = new ClusterMember(start(config, settings), work);
    if (!settings.join().isEmpty() && member.size() == 1) {
      member.close();
      throw new ClusterException(
          "Joined none of %s: nobody is there, or has another token".formatted(settings.join()));
    }
    return member;
  }

  /// How many members the cluster has, this one included.
  public int size() {
    return instance.getCluster().getMembers().size();
  }

  /// Finishes what it fetches, leaves the cluster, and ends connections and threads.
  @Override
  public void close() {
    try {
      work.leave(LEAVE_TIME);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    work.close();
    instance.shutdown();
  }

  private static HazelcastInstance start(
      com.hazelcast.config.Config config, MemberSettings settings) throws ClusterException {
    try {
      return Hazelcast.newHazelcastInstance(config);
    } catch (HazelcastException | IllegalStateException e) {
      throw new ClusterException(
          "A member cannot listen on %s: %s"
              .formatted(
                  settings.address(), String.valueOf(e.getMessage()).replaceAll("\\s+", " ")),
          e);
    }
  }
}
