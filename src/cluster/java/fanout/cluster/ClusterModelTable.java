package fanout.cluster;

import java.util.List;
import java.util.Locale;

/// What [ClusterModel] says, as text for people.
///
/// @param members for which numbers of members
/// @param fetches of a batch
record ClusterModelTable(ClusterModel model, List<Integer> members, int fetches) {
  private static final double NS_PER_MS = 1e6;

  @Override
  public String toString() {
    var text = new StringBuilder("## Modelled\n\n");
    text.append(
            String.format(
                Locale.ROOT,
                "Not measured: what machines of their own would do, each with %.0f cores as fast as these, a network and a"
                    + " server without limit. Constants, from one member: %.3f ms of the coordinator's CPU for a fetch, %.3f ms"
                    + " of a member's, %.2f ms from hand-over to response; %d in flight, a window of %d.",
                model.memberCores(),
                model.coordinatorNs() / NS_PER_MS,
                model.memberNs() / NS_PER_MS,
                model.roundTripNs() / NS_PER_MS,
                model.inFlight(),
                2 * model.inFlight()))
        .append('\n');
    text.append(
            String.format(
                Locale.ROOT,
                "\nThe coordinator's part of the CPU is %.0f %%. From %d members on it is the limit, and more bring nothing.\n",
                100 * model.serialFraction(),
                model.membersAtCoordinatorsLimit()))
        .append('\n');
    text.append("| members | fetches/s, to one member | a batch of ").append(fetches);
    text.append(", to one member | limit |\n| ---: | ---: | ---: | --- |\n");
    for (int count : members) {
      text.append(
              String.format(
                  Locale.ROOT,
                  "| %,d | %.2f | %.2f | %s |",
                  count,
                  model.throughput(count) / model.throughput(1),
                  model.batchMillis(fetches, count) / model.batchMillis(fetches, 1),
                  model.limit(count).name().toLowerCase(Locale.ROOT).replace('_', ' ')))
          .append('\n');
    }
    return text.toString();
  }
}
