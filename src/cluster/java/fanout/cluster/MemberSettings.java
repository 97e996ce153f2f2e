package fanout.cluster;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a member is started.
///
/// @param token of its cluster
/// @param address where it listens
/// @param join members that it joins; with none it begins a cluster
/// @param inFlight how many fetches it does at once
/// @param stub the only server that it fetches from; null for any
public record MemberSettings(
    ClusterToken token,
    MemberAddress address,
    List<MemberAddress> join,
    int inFlight,
    @Nullable URI stub) {
  /// As many as a servlet container has threads.
  public static final int DEFAULT_IN_FLIGHT = 200;

  /// Beyond this, a member has more threads than a small machine can schedule.
  public static final int MAX_IN_FLIGHT = 5_000;

  /// Checks the number.
  ///
  /// @throws IllegalArgumentException if it is not 1 to [#MAX_IN_FLIGHT]
  public MemberSettings {
    if (inFlight < 1 || inFlight > MAX_IN_FLIGHT) {
      throw new IllegalArgumentException(
          "A member has 1 to " + MAX_IN_FLIGHT + " fetches in flight, got: " + inFlight);
    }
  }
}
