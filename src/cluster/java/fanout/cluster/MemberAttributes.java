package fanout.cluster;

import com.hazelcast.cluster.Member;
import com.hazelcast.config.MemberAttributeConfig;
import fanout.os.ForeignText;
import java.net.URI;
import java.util.Optional;

/// What a member tells of itself to all of its cluster.
final class MemberAttributes {
  private static final String BUILD = "fanout.build";
  private static final String IN_FLIGHT = "fanout.inFlight";
  private static final String STUB = "fanout.stub";

  private MemberAttributes() {}

  static MemberAttributeConfig of(MemberSettings settings) throws ClusterException {
    var attributes =
        new MemberAttributeConfig()
            .setAttribute(BUILD, BuildId.ofThisJvm())
            .setAttribute(IN_FLIGHT, Integer.toString(settings.inFlight()));
    return settings.stub() == null
        ? attributes
        : attributes.setAttribute(STUB, settings.stub().toString());
  }

  /// How many fetches it does at once.
  static int inFlight(Member member) {
    return Integer.parseInt(member.getAttribute(IN_FLIGHT));
  }

  /// Why the member gets no work, as a sentence, or empty if it may.
  ///
  /// @param build of the coordinator
  /// @param server that is fetched from
  static Optional<String> refusal(Member member, String build, URI server) {
    var name = "member " + addressOf(member);
    var other = member.getAttribute(BUILD);
    if (!build.equals(other)) {
      return Optional.of(
          "%s runs another version of this program: its build is %s, and this one %s"
              .formatted(name, other == null ? "unknown" : ForeignText.printable(other), build));
    }
    var stub = member.getAttribute(STUB);
    if (stub != null && !stub.equals(server.toString())) {
      return Optional.of(
          "%s fetches from %s alone, and not from %s"
              .formatted(name, ForeignText.printable(stub), server));
    }
    return Optional.empty();
  }

  static MemberAddress addressOf(Member member) {
    var address = member.getAddress();
    return new MemberAddress(address.getHost(), address.getPort());
  }
}
