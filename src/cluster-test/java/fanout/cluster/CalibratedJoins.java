package fanout.cluster;

import fanout.fetch.Await;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;

/// How long a member that joins while batches are fetched waits for work, from when it is in the
/// cluster.
///
/// @param givenSeconds until it is given fetches
/// @param respondedSeconds until its first response is here
record CalibratedJoins(List<Double> givenSeconds, List<Double> respondedSeconds) {
  private static final int JOINS = 20;
  private static final double NS_PER_SECOND = 1e9;

  /// Members join and are ended one after the other.
  static CalibratedJoins measure(LocalMembers members, Cluster cluster) throws Exception {
    var over = new AtomicBoolean();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var work =
          threads.submit(() -> {
            while (!over.get()) {
              var _ = cluster.fetchAll(CalibratedWay.BATCH);
            }
            return over;
          });
      try {
        return joins(members, cluster);
      } finally {
        over.set(true);
        var _ = work.get();
      }
    }
  }

  private static CalibratedJoins joins(LocalMembers members, Cluster cluster) throws Exception {
    var joins = new CalibratedJoins(new ArrayList<>(), new ArrayList<>());
    for (int i = 0; i < JOINS; i++) {
      try (var joined = members.add()) {
        long begin = System.nanoTime();
        Await.until(() -> cluster.members().contains(joined.address()));
        joins.givenSeconds.add((System.nanoTime() - begin) / NS_PER_SECOND);
        Await.until(() -> cluster.responses().containsKey(joined.address()));
        joins.respondedSeconds.add((System.nanoTime() - begin) / NS_PER_SECOND);
      }
    }
    return joins;
  }
}
