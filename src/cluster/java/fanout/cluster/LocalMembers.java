package fanout.cluster;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Members on this machine, each in a JVM of its own that ends with this one, also when this one is
/// killed. They know each other by a token that nobody else has.
public final class LocalMembers implements AutoCloseable {
  private final ClusterToken token = ClusterToken.random();
  private final List<LocalMember> members = new ArrayList<>();
  private final int inFlight;
  private final @Nullable URI stub;

  private LocalMembers(int inFlight, @Nullable URI stub) {
    this.inFlight = inFlight;
    this.stub = stub;
  }

  /// Starts members, and returns when they are one cluster.
  ///
  /// @param inFlight how many fetches each does at once
  /// @param stub the only server that they fetch from; null for any
  /// @throws ClusterException if one does not start, with its own words
  public static LocalMembers start(int count, int inFlight, @Nullable URI stub)
      throws ClusterException, InterruptedException {
    var started = new LocalMembers(inFlight, stub);
    try {
      for (int i = 0; i < count; i++) {
        var _ = started.add();
      }
      return started;
    } catch (ClusterException | InterruptedException | RuntimeException e) {
      started.close();
      throw e;
    }
  }

  /// Starts one more.
  public synchronized LocalMember add() throws ClusterException, InterruptedException {
    members.removeIf(member -> !member.isAlive());
    var join = members.isEmpty() ? null : members.getFirst().address();
    var member = LocalMember.start(token, freeAddress(), join, inFlight, stub);
    members.add(member);
    return member;
  }

  public ClusterToken token() {
    return token;
  }

  /// Those that run, the oldest first.
  public synchronized List<LocalMember> members() {
    return members.stream().filter(LocalMember::isAlive).toList();
  }

  /// Where those listen that run.
  public List<MemberAddress> addresses() {
    return members().stream().map(LocalMember::address).toList();
  }

  @Override
  public synchronized void close() {
    members.forEach(LocalMember::endInput);
    members.forEach(LocalMember::close);
    members.clear();
  }

  private static MemberAddress freeAddress() throws ClusterException {
    try {
      return MemberAddress.freeOnLoopback();
    } catch (IOException e) {
      throw new ClusterException("There is no free port: " + e.getMessage(), e);
    }
  }
}
