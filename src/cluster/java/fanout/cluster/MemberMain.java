package fanout.cluster;

import fanout.os.ShutdownHook;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// A member's own JVM, a child of [LocalMembers], on the loopback interface. On standard input it
/// gets the token, which no list of processes shows, and sees the end of it when its parent is
/// gone, however that came: then it ends. Asked to end by a signal, it finishes what it fetches,
/// and leaves. On standard output it writes one line when it is there.
final class MemberMain {
  /// Opens the line with the address.
  static final String READY = "fanout-member-ready ";

  /// Stands for what is not there.
  static final String NONE = "-";

  private MemberMain() {}

  /// Fetches until the parent is gone.
  ///
  /// @param args the address, that of a member to join, how many fetches it does at once, the stub
  public static void main(String[] args) throws IOException {
    var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
    var token = in.readLine();
    if (token == null) {
      return;
    }
    Thread.ofPlatform().daemon().name("parent-watch").start(() -> exitWithParent(in));
    try {
      var member = ClusterMember.start(settings(new ClusterToken(token), args));
      var _ = ShutdownHook.install(ShutdownHook.Turn.END_WORK, member::close);
      System.out.println(READY + args[0] + " of " + member.size());
    } catch (ClusterException e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }

  private static MemberSettings settings(ClusterToken token, String... args) {
    return new MemberSettings(
        token,
        MemberAddress.parse(args[0]),
        args[1].equals(NONE) ? List.of() : List.of(MemberAddress.parse(args[1])),
        Integer.parseInt(args[2]),
        args[3].equals(NONE) ? null : URI.create(args[3]));
  }

  /// Nobody waits for what is still fetched then.
  private static void exitWithParent(BufferedReader in) {
    try {
      while (in.readLine() != null) {
        // Nothing more is said.
      }
    } catch (IOException _) {
      // A pipe that cannot be read has no parent at its other end either.
    }
    Runtime.getRuntime().halt(0);
  }
}
