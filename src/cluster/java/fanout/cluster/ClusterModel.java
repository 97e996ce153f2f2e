package fanout.cluster;

/// What a cluster of equal members would do, by its constants: a pipeline whose slowest stage is
/// its throughput.
///
/// Assumes that members are machines of their own, as fast as the one where the constants were
/// measured; that the server and the network have no limit; and that what a fetch costs does not
/// depend on the number of members.
///
/// @param coordinatorNs CPU of the coordinator for one fetch
/// @param memberNs CPU of a member for one fetch
/// @param roundTripNs from handing a fetch to an idle member until its response is here, the
///   server's delay left out
/// @param delayNs that the server takes
/// @param coordinatorCores cores that the coordinator can use
/// @param memberCores cores that a member can use
/// @param inFlight fetches at once in each member; as many more are on their way
record ClusterModel(
    double coordinatorNs,
    double memberNs,
    double roundTripNs,
    double delayNs,
    double coordinatorCores,
    double memberCores,
    int inFlight) {
  private static final double NS_PER_SECOND = 1e9;
  private static final int WINDOW_PER_FETCH_IN_FLIGHT = 2;

  /// Which stage is the slowest.
  enum Limit {
    /// CPU of the members.
    MEMBERS,
    /// Fetches at once in the members, each of which waits for the server.
    IN_FLIGHT,
    /// Fetches that are given and not responded to.
    WINDOW,
    /// CPU of the coordinator.
    COORDINATOR
  }

  /// Fetches per second of so many members.
  double throughput(int members) {
    return throughput(limit(members), members);
  }

  /// What bounds the throughput of so many members.
  Limit limit(int members) {
    var slowest = Limit.MEMBERS;
    for (var limit : Limit.values()) {
      if (throughput(limit, members) < throughput(slowest, members)) {
        slowest = limit;
      }
    }
    return slowest;
  }

  /// The fewest members with which the coordinator is the limit: more of them bring nothing.
  int membersAtCoordinatorsLimit() {
    int members = 1;
    while (limit(members) != Limit.COORDINATOR) {
      members++;
    }
    return members;
  }

  /// The part of a fetch's CPU that only the coordinator can do: with it, by Amdahl's law, no
  /// number of members is faster than its inverse.
  double serialFraction() {
    return coordinatorNs / (coordinatorNs + memberNs);
  }

  /// How long a batch of so many fetches takes, in milliseconds: its throughput, and one round trip
  /// for the last of them.
  double batchMillis(int fetches, int members) {
    return (roundTripNs + delayNs + fetches / throughput(members) * NS_PER_SECOND) / 1e6;
  }

  private double throughput(Limit limit, int members) {
    return switch (limit) {
      case MEMBERS -> members * memberCores * NS_PER_SECOND / memberNs;
      case IN_FLIGHT -> (double) members * inFlight * NS_PER_SECOND / (delayNs + memberNs);
      case WINDOW ->
          (double) members
              * WINDOW_PER_FETCH_IN_FLIGHT
              * inFlight
              * NS_PER_SECOND
              / (roundTripNs + delayNs);
      case COORDINATOR -> coordinatorCores * NS_PER_SECOND / coordinatorNs;
    };
  }
}
