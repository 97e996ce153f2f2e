package fanout.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hazelcast.client.HazelcastClient;
import com.hazelcast.client.config.ClientConfig;
import com.hazelcast.core.HazelcastInstance;
import fanout.fetch.Endpoint;
import fanout.fetch.FetchSettings;
import fanout.fetch.TestServer;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What comes in on a member's socket becomes no object but Hazelcast's own and the three tasks:
/// not even where it comes from somebody who has the token.
@Timeout(60)
class HostilePayloadTest {
  /// How often a payload took effect in this JVM, which the members of this test share.
  private static final AtomicInteger EFFECTS = new AtomicInteger();

  private final ClusterToken token = ClusterToken.random();
  private MemberAddress address;

  /// Takes effect when it is read, as payloads of known attacks do.
  private static final class Payload implements Callable<String>, Serializable {
    private static final long serialVersionUID = 1;

    @Override
    public String call() {
      return "done";
    }

    private void readObject(ObjectInputStream in) {
      EFFECTS.incrementAndGet();
    }
  }

  @BeforeEach
  void chooseAddress() throws Exception {
    EFFECTS.set(0);
    address = MemberAddress.freeOnLoopback();
  }

  @AfterEach
  void endClients() {
    HazelcastClient.shutdownAll();
  }

  @Test
  void aSerializedObjectIsNotRead() throws Exception {
    var settings = new MemberSettings(token, address, List.of(), 1, null);
    try (var _ = ClusterMember.start(settings)) {
      assertThatThrownBy(() -> send(new Payload()))
          .hasStackTraceContaining("Payload is not allowed");
      assertThat(EFFECTS).hasValue(0);
    }
  }

  /// The control: without the filter, the same payload takes effect.
  @Test
  void withoutTheFilterItWouldBeRead() throws Exception {
    var config = ClusterConfigs.member(new MemberSettings(token, address, List.of(), 1, null));
    config.getSerializationConfig().setJavaSerializationFilterConfig(null);
    var member = com.hazelcast.core.Hazelcast.newHazelcastInstance(config);
    try {
      assertThat(send(new Payload())).isEqualTo("done");
      assertThat(EFFECTS).hasPositiveValue();
    } finally {
      member.shutdown();
    }
  }

  @Test
  void otherProtocolsAndRubbishGetNoAnswer() throws Exception {
    var settings = new MemberSettings(token, address, List.of(), 2, null);
    try (var server = TestServer.start();
        var _ = ClusterMember.start(settings)) {
      for (var text :
          List.of(
              "GET /hazelcast/health HTTP/1.1\r\nHost: x\r\n\r\n",
              "POST /hazelcast/rest/management/cluster/memberShutdown HTTP/1.1\r\n\r\n",
              "get key\r\n",
              "HZX\r\n\r\n",
              "\u0000".repeat(100))) {
        assertThat(answer(text)).as(text).isEmpty();
      }
      try (var cluster = Cluster.connect(token, List.of(address), FetchSettings.of(server.uri()))) {
        assertThat(cluster.fetchAll(Endpoint.SIX)).hasSize(6);
      }
    }
  }

  private String send(Payload payload) throws Exception {
    var config = new ClientConfig();
    config.setClusterName(token.name());
    config.getNetworkConfig().addAddress(address.toString());
    HazelcastInstance client = HazelcastClient.newHazelcastClient(config);
    return client
        .getExecutorService(ClusterConfigs.CONTROL)
        .submit(payload)
        .get(10, TimeUnit.SECONDS);
  }

  /// What the member says until it closes the connection, or for a second.
  private String answer(String text) throws Exception {
    try (var socket = new Socket(address.host(), address.port())) {
      socket.setSoTimeout((int) Duration.ofSeconds(1).toMillis());
      socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    } catch (java.io.IOException _) {
      return "";
    }
  }
}
