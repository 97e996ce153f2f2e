package fanout.cluster;

import com.hazelcast.cluster.Member;

/// A member that gets work, and how much it has. Guarded by the [Dispatcher].
final class ActiveMember {
  /// While a member works on as many fetches as it can, as many more are on their way to it, so
  /// that it never waits for the network.
  private static final int WINDOW_PER_FETCH_IN_FLIGHT = 2;

  private final Member member;
  private final MemberAddress address;
  private final int inFlight;
  private int outstanding;

  ActiveMember(Member member) {
    this.member = member;
    this.address = MemberAttributes.addressOf(member);
    this.inFlight = MemberAttributes.inFlight(member);
  }

  Member member() {
    return member;
  }

  MemberAddress address() {
    return address;
  }

  boolean hasRoom() {
    return outstanding < WINDOW_PER_FETCH_IN_FLIGHT * inFlight;
  }

  /// The share of its work that it has already: who has least is given more.
  double load() {
    return (double) outstanding / inFlight;
  }

  void given() {
    outstanding++;
  }

  void responded() {
    outstanding--;
  }

  @Override
  public String toString() {
    return "member " + address;
  }
}
