package fanout.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import fanout.fetch.Endpoint;
import fanout.fetch.FetchSettings;
import fanout.fetch.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// Members listen where they were told to, and nowhere else; a coordinator does not listen at all.
@Timeout(60)
@EnabledOnOs(OS.LINUX)
class MemberDoorsTest {
  /// In the tables of `/proc/net`, a socket that listens.
  private static final String LISTENS = "0A";

  @Test
  void nothingListensButTheAddressesThatWereAskedFor() throws Exception {
    try (var server = TestServer.start();
        var members = LocalMembers.start(2, 4, server.uri())) {
      var ownBefore = listening(ProcessHandle.current());
      try (var cluster =
          Cluster.connect(members.token(), members.addresses(), FetchSettings.of(server.uri()))) {
        assertThat(cluster.fetchAll(Collections.nCopies(200, Endpoint.SIX.getLast()))).hasSize(200);
        for (var member : members.members()) {
          assertThat(listening(member.handle()))
              .containsExactly("127.0.0.1:" + member.address().port());
          assertThat(udpSockets(member.handle())).isEmpty();
        }
        assertThat(listening(ProcessHandle.current())).isEqualTo(ownBefore);
      }
    }
  }

  @Test
  void nothingIsLeftAfterMembersAreClosed() throws Exception {
    List<LocalMember> ended;
    try (var members = LocalMembers.start(1, 4, null)) {
      ended = members.members();
    }
    assertThat(ended).noneMatch(LocalMember::isAlive);
  }

  /// Addresses that a process listens on, those of IPv6 that hold one of IPv4 among them.
  private static Set<String> listening(ProcessHandle process) throws IOException {
    var addresses = new TreeSet<String>();
    for (var table : List.of("net/tcp", "net/tcp6")) {
      for (var columns : rows(process, table)) {
        if (columns[3].equals(LISTENS)) {
          addresses.add(address(columns[1]));
        }
      }
    }
    return addresses;
  }

  private static List<String[]> udpSockets(ProcessHandle process) throws IOException {
    var sockets = rows(process, "net/udp");
    return sockets.isEmpty() ? rows(process, "net/udp6") : sockets;
  }

  /// @see <a href="https://man7.org/linux/man-pages/man5/proc_pid_net.5.html">proc_pid_net(5)</a>
  private static List<String[]> rows(ProcessHandle process, String table) throws IOException {
    var proc = Path.of("/proc", Long.toString(process.pid()));
    var own = new TreeSet<String>();
    try (var links = Files.newDirectoryStream(proc.resolve("fd"))) {
      for (var link : links) {
        try {
          own.add(Files.readSymbolicLink(link).toString());
        } catch (IOException _) {
          // It has just been closed.
        }
      }
    }
    return Files.readString(proc.resolve(table))
        .lines()
        .skip(1)
        .map(line -> line.strip().split(" +", -1))
        .filter(columns -> own.contains("socket:[" + columns[9] + "]"))
        .toList();
  }

  /// `0100007F:1645` as people write it, of either family; what is no loopback stays as it is.
  private static String address(String hexadecimal) {
    int colon = hexadecimal.indexOf(':');
    var host = hexadecimal.substring(0, colon);
    int port = Integer.parseInt(hexadecimal.substring(colon + 1), 16);
    boolean loopback = host.equals("0100007F") || host.equals("0000000000000000FFFF00000100007F");
    return (loopback ? "127.0.0.1" : host) + ":" + port;
  }
}
