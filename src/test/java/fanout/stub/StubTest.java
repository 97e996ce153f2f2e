package fanout.stub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class StubTest {
  @AfterEach
  void forget() {
    System.clearProperty(Stub.URI_PROPERTY);
    System.clearProperty(Stub.PAYLOADS_PROPERTY);
  }

  @Test
  void usesTheStubThatItIsToldAndLeavesItRunning() throws IOException {
    try (var server = StubServer.start(Payloads.generated())) {
      System.setProperty(Stub.URI_PROPERTY, server.baseUri().toString());
      System.setProperty(Stub.PAYLOADS_PROPERTY, server.payloadSource().propertyValue());

      var shared = Stub.ofThisFork();
      assertThat(shared.baseUri()).isEqualTo(server.baseUri());
      assertThat(shared.payloadSource()).isEqualTo(PayloadSource.GENERATED);
      shared.close();

      new Socket(InetAddress.getLoopbackAddress(), server.baseUri().getPort()).close();
    }
  }

  @Test
  void doesNotTrustTheBodiesOfAStubThatItIsNotToldOf() throws IOException {
    System.setProperty(Stub.URI_PROPERTY, "http://127.0.0.1:1");
    try (var shared = Stub.ofThisFork()) {
      assertThat(shared.payloadSource()).isEqualTo(PayloadSource.USER);
    }
  }

  @Test
  void startsOneOfItsOwnWhereThereIsNone() throws IOException {
    try (var own = Stub.ofThisFork()) {
      assertThat(own).isInstanceOf(StubProcess.class);
      assertThat(own.payloadSource()).isEqualTo(PayloadSource.GENERATED);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "localhost:8080", "file:///tmp", "http://", "no url"})
  void namesAPropertyThatIsNoUrl(String text) {
    System.setProperty(Stub.URI_PROPERTY, text);
    assertThatExceptionOfType(StubException.class)
        .isThrownBy(Stub::ofThisFork)
        .withMessage(
            "fanout.stub.uri must be an http URL such as http://127.0.0.1:8080, got: " + text);
  }

  @Test
  void namesAPropertyThatIsNoSource() {
    System.setProperty(Stub.URI_PROPERTY, "http://127.0.0.1:8080");
    System.setProperty(Stub.PAYLOADS_PROPERTY, "mine");
    assertThatExceptionOfType(StubException.class)
        .isThrownBy(Stub::ofThisFork)
        .withMessage("fanout.stub.payloads must be generated or user, got: mine");
  }
}
