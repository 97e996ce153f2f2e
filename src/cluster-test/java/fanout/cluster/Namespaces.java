package fanout.cluster;

import fanout.os.ChildProcess;
import fanout.os.ShutdownHook;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Network namespaces of this machine, one for each member, with an address and a link of its own,
/// as machines have: `10.77.0.2` and so on, on a bridge at [#HERE]. Only the root user of a Linux
/// with `ip` can make them.
final class Namespaces implements AutoCloseable {
  /// Where members reach this JVM's side.
  static final String HERE = "10.77.0.1";

  private static final Duration COMMAND_TIME = Duration.ofSeconds(10);
  private static final String BRIDGE = "fanout0";

  private final List<LocalMember> members = new ArrayList<>();
  private final List<String> names = new ArrayList<>();
  private final ClusterToken token = ClusterToken.random();

  private @Nullable ShutdownHook hook;

  private Namespaces() {}

  /// Whether this user may make them, and nobody runs anything in such.
  static boolean arePossible() {
    try {
      if (!"root".equals(System.getProperty("user.name"))) {
        return false;
      }
      for (var name : left()) {
        if (!run("ip", "netns", "pids", name).isEmpty()) {
          return false;
        }
      }
      return true;
    } catch (IOException _) {
      return false;
    }
  }

  /// Makes the bridge, with nobody on it; what a killed process has left goes before.
  static Namespaces open() throws IOException {
    var namespaces = new Namespaces();
    namespaces.names.addAll(left());
    namespaces.remove();
    namespaces.names.clear();
    namespaces.hook = ShutdownHook.install(ShutdownHook.Turn.END_WORK, namespaces::remove);
    try {
      var _ = run("ip", "link", "add", BRIDGE, "type", "bridge");
      var _ = run("ip", "addr", "add", HERE + "/24", "dev", BRIDGE);
      var _ = run("ip", "link", "set", BRIDGE, "up");
      return namespaces;
    } catch (IOException | RuntimeException e) {
      namespaces.close();
      throw e;
    }
  }

  ClusterToken token() {
    return token;
  }

  /// Starts a member in a namespace of its own.
  ///
  /// @param join whom it joins; null where it begins a cluster
  LocalMember start(@Nullable LocalMember join, int inFlight, URI stub)
      throws IOException, ClusterException, InterruptedException {
    var name = "fanout" + (names.size() + 1);
    var address = new MemberAddress("10.77.0." + (names.size() + 2), MemberAddress.DEFAULT_PORT);
    connect(name, address);
    var words = new ArrayList<>(List.of("ip", "netns", "exec", name));
    words.addAll(
        LocalMember.command(address, join == null ? null : join.address(), inFlight, stub));
    var builder = new ProcessBuilder(words);
    builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
    var member = LocalMember.start(builder, token, address);
    members.add(member);
    return member;
  }

  /// Nothing comes to the member any more, and nothing from it: nobody is told.
  void unplug(LocalMember member) throws IOException {
    var _ = run("ip", "link", "set", link(nameOf(member)), "down");
  }

  void plugIn(LocalMember member) throws IOException {
    var _ = run("ip", "link", "set", link(nameOf(member)), "up");
  }

  @Override
  public void close() {
    members.forEach(LocalMember::close);
    remove();
    if (hook != null) {
      hook.close();
    }
  }

  /// Those of this machine that bear such a name.
  private static List<String> left() throws IOException {
    return run("ip", "netns", "list")
        .lines()
        .map(line -> line.split(" ", 2)[0])
        .filter(name -> name.matches("fanout\\d+"))
        .toList();
  }

  private void remove() {
    for (var name : names) {
      tryTo("ip", "netns", "del", name);
    }
    tryTo("ip", "link", "del", BRIDGE);
  }

  private void connect(String name, MemberAddress address) throws IOException {
    var _ = run("ip", "netns", "add", name);
    names.add(name);
    var _ =
        run("ip", "link", "add", link(name), "type", "veth", "peer", "name", "eth0", "netns", name);
    var _ = run("ip", "link", "set", link(name), "master", BRIDGE, "up");
    var _ = run("ip", "-n", name, "addr", "add", address.host() + "/24", "dev", "eth0");
    var _ = run("ip", "-n", name, "link", "set", "eth0", "up");
    var _ = run("ip", "-n", name, "link", "set", "lo", "up");
  }

  private String nameOf(LocalMember member) {
    return names.get(members.indexOf(member));
  }

  private static String link(String name) {
    return name + "v";
  }

  private static void tryTo(String... command) {
    try {
      var _ = run(command);
    } catch (IOException _) {
      // It was not there.
    }
  }

  private static String run(String... command) throws IOException {
    var ended = ChildProcess.run(new ProcessBuilder(command), COMMAND_TIME);
    if (!ended.succeeded()) {
      throw new IOException(String.join(" ", command) + ": " + String.join(" ", ended.err()));
    }
    return ended.text();
  }
}
