package fanout.reliability;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// All that these tests have servers do wrong.
final class Faults {
  private Faults() {}

  private static final Set<String> QUICK =
      Set.of(
          "TLS, certificate not trusted",
          "connection refused",
          "unknown host",
          "status 500",
          "field missing",
          "page of HTML",
          "reset in the body",
          "chunk length that is no number");

  /// What a client may take.
  private static final Set<String> ACCEPTED = Set.of("HTTP/1.0", "header without a colon");

  /// A third of all, of every kind.
  static List<Fault> some() {
    var all = all();
    return IntStream.range(0, all.size()).filter(i -> i % 3 == 1).mapToObj(all::get).toList();
  }

  /// One of each kind that ends at once.
  static List<Fault> quick() {
    return all().stream().filter(fault -> QUICK.contains(fault.name())).toList();
  }

  /// Whether the client may see one of two ends of the connection first.
  static boolean dependsOnTime(Fault fault) {
    return fault.place() == Fault.Place.SECURE_CONNECTION
        || fault.name().startsWith("reset at once");
  }

  static boolean isAccepted(Fault fault) {
    return ACCEPTED.contains(fault.name());
  }

  static List<Fault> all() {
    return Stream.of(
            ConnectionFaults.all(),
            HeadFaults.all(),
            StatusFaults.all(),
            JsonFaults.all(),
            JsonFaults.large())
        .flatMap(List::stream)
        .toList();
  }
}
