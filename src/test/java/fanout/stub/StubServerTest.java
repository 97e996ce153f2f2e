package fanout.stub;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import fanout.fetch.Endpoint;
import fanout.fetch.PlainClient;
import fanout.vocabulary.Content;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
final class StubServerTest {
  private static final Payloads PAYLOADS = Payloads.generated();
  private static final HttpClient CLIENT = PlainClient.open();

  private static StubServer stub;

  @BeforeAll
  static void start() throws IOException {
    stub = StubServer.start(PAYLOADS);
  }

  @AfterAll
  static void stop() {
    CLIENT.close();
    stub.close();
  }

  @Test
  void answersForTheSixEndpoints() throws Exception {
    for (var endpoint : Endpoint.SIX) {
      var response = get(stub.baseUri(), endpoint.location().toString());
      assertThat(response.statusCode()).isEqualTo(200);
      assertThat(response.headers().firstValue("Content-Type"))
          .contains("application/json; charset=utf-8");
      assertThat(response.body().getBytes(UTF_8)).hasSize(PAYLOADS.bytes(endpoint.content()));
    }
  }

  @Test
  void sendsTheLengthAndNoChunks() throws Exception {
    var response = raw("GET /photos HTTP/1.1\r\nHost: stub\r\nConnection: close\r\n\r\n");
    assertThat(response)
        .startsWith("HTTP/1.1 200 OK\r\n")
        .contains("Content-Length: " + PAYLOADS.bytes(Content.PHOTOS) + "\r\n")
        .doesNotContainIgnoringCase("Transfer-Encoding");
    assertThat(response.substring(response.indexOf("\r\n\r\n") + 4).getBytes(UTF_8))
        .hasSize(PAYLOADS.bytes(Content.PHOTOS));
  }

  @Test
  void doesNotCompress() throws Exception {
    var request =
        "GET /users HTTP/1.1\r\nHost: stub\r\nAccept-Encoding: gzip\r\nConnection: close\r\n\r\n";
    assertThat(raw(request)).doesNotContainIgnoringCase("Content-Encoding").endsWith("]");
  }

  @Test
  void keepsToHttp11() throws Exception {
    assertThat(CLIENT.version()).isEqualTo(HttpClient.Version.HTTP_2);
    assertThat(get(stub.baseUri(), "/users").version()).isEqualTo(HttpClient.Version.HTTP_1_1);
  }

  @Test
  void listensOnTheLoopbackAddressOnly() throws IOException {
    assertThat(stub.baseUri().getHost()).isEqualTo("127.0.0.1");
    try (var socket = new Socket()) {
      var otherAddress = InetAddress.getByAddress(new byte[] {127, 0, 0, 2});
      assertThatExceptionOfType(IOException.class)
          .isThrownBy(() ->
              socket.connect(new InetSocketAddress(otherAddress, stub.baseUri().getPort()), 1000));
    }
  }

  @Test
  void waitsAsLongAsTheRequestAsks() throws Exception {
    assertThat(secondsToGet(stub.baseUri(), "/users?delayMillis=300")).isGreaterThanOrEqualTo(0.3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "delayMillis=abc",
        "delayMillis=",
        "delayMillis",
        "delayMillis=-1",
        "delayMillis=1.5",
        "delayMillis=60001",
        "delayMillis=99999999999",
        "delayMillis=1&delayMillis=2"
      })
  void refusesAMalformedDelay(String query) throws Exception {
    var response = get(stub.baseUri(), "/users?" + query);
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.body())
        .startsWith("delayMillis must be one whole number from 0 to 60000, got: ");
  }

  @Test
  void drawsAnotherDelayForEachRequestThatAsksForAMean() throws Exception {
    var seconds = new ArrayList<Double>();
    for (int i = 0; i < 20; i++) {
      seconds.add(secondsToGet(stub.baseUri(), "/users?delayMeanMillis=20"));
    }
    // Fewer than one in 10,000 draws is shorter; the chance that twenty are as long is none.
    assertThat(seconds).allMatch(each -> each > 0.002);
    assertThat(Collections.max(seconds) - Collections.min(seconds)).isGreaterThan(0.005);
  }

  @ParameterizedTest
  @ValueSource(strings = {"delayMeanMillis=0", "delayMeanMillis=x", "delayMeanMillis=60001"})
  void refusesAMalformedMean(String query) throws Exception {
    var response = get(stub.baseUri(), "/users?" + query);
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.body())
        .startsWith("delayMeanMillis must be one whole number from 1 to 60000, got: ");
  }

  @Test
  void ignoresOtherQueries() throws Exception {
    assertThat(get(stub.baseUri(), "/users?page=2").statusCode()).isEqualTo(200);
  }

  @Test
  void knowsNoOtherPath() throws Exception {
    assertThat(get(stub.baseUri(), "/nowhere").statusCode()).isEqualTo(404);
  }

  @Test
  void countsRequestsWhateverTheyGetButNotWhoAsksForTheCount() throws Exception {
    try (var server = StubServer.start(PAYLOADS)) {
      var count = server.requestCountUri().toString();
      assertThat(get(server.baseUri(), count).body()).isEqualTo("0");

      get(server.baseUri(), "/users");
      get(server.baseUri(), "/users?delayMillis=1");
      get(server.baseUri(), "/users?delayMillis=abc");
      get(server.baseUri(), "/nowhere");

      assertThat(get(server.baseUri(), count).body()).isEqualTo("4");
      assertThat(get(server.baseUri(), count).body()).isEqualTo("4");
    }
  }

  @Test
  void answersAThousandDelayedRequestsWithoutAThreadForEach() throws Exception {
    Callable<HttpResponse<String>> fetch = () -> get(stub.baseUri(), "/users?delayMillis=1000");
    long startNs = System.nanoTime();
    try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var answer : callers.invokeAll(Stream.generate(() -> fetch).limit(1000).toList())) {
        assertThat(answer.get().statusCode()).isEqualTo(200);
      }
    }
    assertThat(Duration.ofNanos(System.nanoTime() - startNs))
        .as("64 sleeping threads would need 16 s")
        .isLessThan(Duration.ofSeconds(12));
  }

  @Test
  void hasADefaultDelayThatARequestOverrides() throws Exception {
    try (var slow = StubServer.start(0, PAYLOADS, Duration.ofMillis(400))) {
      assertThat(secondsToGet(slow.baseUri(), "/users")).isGreaterThanOrEqualTo(0.4);
      double fastest = Double.MAX_VALUE;
      for (int attempt = 0; attempt < 5; attempt++) {
        fastest = Math.min(fastest, secondsToGet(slow.baseUri(), "/users?delayMillis=0"));
      }
      assertThat(fastest).isLessThan(0.4);
    }
  }

  @Test
  void namesThePortThatIsTaken() throws IOException {
    try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThatExceptionOfType(StubException.class)
          .isThrownBy(() -> StubServer.start(other.getLocalPort(), PAYLOADS, Duration.ZERO))
          .withMessage(
              "The stub cannot start because port %d is taken: choose another, or 0 for a free one.",
              other.getLocalPort());
    }
  }

  @Test
  void takesThePortThatIsAskedFor() throws Exception {
    int port;
    try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    try (var server = StubServer.start(port, PAYLOADS, Duration.ZERO)) {
      assertThat(server.baseUri()).isEqualTo(URI.create("http://127.0.0.1:" + port));
    }
  }

  @Test
  void refusesAnImpossiblePortOrDelay() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> StubServer.start(65_536, PAYLOADS, Duration.ZERO))
        .withMessage("A port is a number from 0 (any free one) to 65535, got: 65536");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> StubServer.start(0, PAYLOADS, Duration.ofMinutes(2)))
        .withMessage("A delay is from 0 to 60000 ms, got: PT2M");
  }

  @Test
  void leavesNothingBehind() throws IOException {
    var server = StubServer.start(PAYLOADS);
    assertThat(server.folder()).isDirectory();

    server.close();
    server.close();

    assertThat(server.folder()).doesNotExist();
    assertThatExceptionOfType(ConnectException.class)
        .isThrownBy(
            () -> new Socket(InetAddress.getLoopbackAddress(), server.baseUri().getPort()).close());
  }

  private static HttpResponse<String> get(URI baseUri, String location)
      throws IOException, InterruptedException {
    return CLIENT.send(
        HttpRequest.newBuilder(baseUri.resolve(location)).build(),
        HttpResponse.BodyHandlers.ofString(UTF_8));
  }

  private static double secondsToGet(URI baseUri, String location)
      throws IOException, InterruptedException {
    long startNs = System.nanoTime();
    assertThat(get(baseUri, location).statusCode()).isEqualTo(200);
    return (System.nanoTime() - startNs) / 1e9;
  }

  private static String raw(String request) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), stub.baseUri().getPort())) {
      socket.getOutputStream().write(request.getBytes(UTF_8));
      return new String(socket.getInputStream().readAllBytes(), UTF_8);
    }
  }

  @Test
  void aPortThatNeedsAPrivilegeIsNotCalledTaken() {
    assertThat(StubServer.whyNotBound("Permission denied", 80))
        .isEqualTo(
            "The stub cannot start because only a privileged user may listen on port 80: choose one"
                + " from 1024 on, or 0 for a free one.");
  }
}
