package fanout.stub;

import static org.assertj.core.api.Assertions.assertThat;

import fanout.fetch.Endpoint;
import fanout.fetch.PlainClient;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A stub that other machines reach. Linux has more loopback addresses than one.
@Timeout(60)
@EnabledOnOs(OS.LINUX)
class BoundStubTest {
  private static final String OTHER = "127.0.0.2";

  @Test
  void servesTheEndpointsAtTheAddress() throws Exception {
    try (var stub = start()) {
      assertThat(stub.baseUri().getHost()).isEqualTo(OTHER);
      for (var endpoint : Endpoint.SIX) {
        assertThat(status(endpoint.on(stub.baseUri()))).isEqualTo(200);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/__admin/mappings", "/__admin/settings", "/__admin/request-count"})
  void keepsWhatChangesItToItself(String path) throws Exception {
    try (var stub = start()) {
      assertThat(status(URI.create(stub.baseUri() + path))).isEqualTo(401);
    }
  }

  private static int status(URI url) throws Exception {
    try (var client = PlainClient.open()) {
      return client
          .send(HttpRequest.newBuilder(url).build(), BodyHandlers.discarding())
          .statusCode();
    }
  }

  private static StubServer start() throws StubException {
    return StubServer.start(OTHER, 0, Payloads.generated(), Duration.ZERO);
  }
}
