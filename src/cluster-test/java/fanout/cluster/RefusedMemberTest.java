package fanout.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fanout.fetch.FetchSettings;
import fanout.fetch.TestServer;
import java.io.File;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Members that are in the cluster and get no work, each refused by its name.
@Timeout(60)
class RefusedMemberTest {
  private static final ClusterToken TOKEN = ClusterToken.random();

  private final TestServer server = TestServer.start();

  @TempDir Path folder;

  @AfterEach
  void closeServer() {
    server.close();
  }

  @Test
  void refusesAMemberOfAnotherStub() throws Exception {
    var other = URI.create("http://127.0.0.1:1");
    try (var members = LocalMembers.start(1, 1, other)) {
      assertThatExceptionOfType(ClusterException.class)
          .isThrownBy(() ->
              Cluster.connect(members.token(), members.addresses(), FetchSettings.of(server.uri())))
          .withMessage(
              "member %s fetches from http://127.0.0.1:1 alone, and not from %s",
              members.addresses().getFirst(), server.uri());
    }
  }

  @Test
  void refusesAMemberOfAnotherBuild() throws Exception {
    var address = MemberAddress.freeOnLoopback();
    try (var _ = LocalMember.start(otherBuild(address), TOKEN, address)) {
      assertThatExceptionOfType(ClusterException.class)
          .isThrownBy(
              () -> Cluster.connect(TOKEN, List.of(address), FetchSettings.of(server.uri())))
          .withMessageMatching(
              "member %s runs another version of this program: its build is [0-9a-f]{12}, and this one %s"
                  .formatted(address, BuildId.ofThisJvm()));
    }
  }

  @Test
  void aMemberThatIsNamedHasToBeInTheCluster() throws Exception {
    try (var members = LocalMembers.start(1, 1, null)) {
      var there = members.addresses().getFirst();
      var missing = MemberAddress.freeOnLoopback();

      assertThatExceptionOfType(ClusterException.class)
          .isThrownBy(() ->
              Cluster.connect(
                  members.token(), List.of(there, missing), FetchSettings.of(server.uri())))
          .withMessage(
              "member %s is not in the cluster of [%s]; it has to --join them", missing, there);
    }
  }

  @Test
  void saysWhyAMemberDoesNotStart() throws Exception {
    try (var members = LocalMembers.start(1, 1, null)) {
      var taken = members.addresses().getFirst();

      assertThatExceptionOfType(ClusterException.class)
          .isThrownBy(
              () -> ClusterMember.start(new MemberSettings(TOKEN, taken, List.of(), 1, null)))
          .withMessageStartingWith("A member cannot listen on " + taken + ": ");
    }
  }

  /// The same classes from another folder, and one file more.
  private ProcessBuilder otherBuild(MemberAddress address) throws Exception {
    var classes =
        Path.of(BuildId.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    try (var files = Files.walk(classes)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        var copy = folder.resolve(classes.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
    Files.writeString(folder.resolve("changed"), "since");
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var builder =
        new ProcessBuilder(
            java,
            "-XX:TieredStopAtLevel=1",
            "-XX:-UsePerfData",
            MemberMain.class.getName(),
            address.toString(),
            MemberMain.NONE,
            "1",
            MemberMain.NONE);
    builder
        .environment()
        .put("CLASSPATH", folder + File.pathSeparator + System.getProperty("java.class.path"));
    assertThat(folder).isNotEmptyDirectory();
    return builder;
  }
}
