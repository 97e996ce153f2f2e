package fanout.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import fanout.vocabulary.Content;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What a body may cost in memory, whatever its server announces.
@Timeout(30)
class FetcherMemoryTest {
  private static final Endpoint USERS = Endpoint.of(Content.USERS);
  private static final Endpoint POSTS = Endpoint.of(Content.POSTS);

  private final TestServer server = TestServer.start();
  private final FetchSettings settings = FetchSettings.of(server.uri());

  @AfterEach
  void closeServer() {
    server.close();
  }

  @ParameterizedTest
  @EnumSource
  void refusesLongerBodiesThanItMayReadByTheirHead(Way way) {
    server.on("/users", new Answer.Stalled(64_000_001, "["));
    assertFails(way, settings, "sent a body of more than 64 MB, which is not read");
    Await.until(() -> server.openConnections() == 0);
  }

  @ParameterizedTest
  @EnumSource
  void refusesLongerBodiesThanItMayReadThoughNobodyAnnouncedThem(Way way) {
    server.on("/users", new Answer.Raw("HTTP/1.1 200 OK\r\n\r\n[" + " ".repeat(2000) + "]"));
    assertFails(
        way,
        settings.withMaxBodyBytes(2000),
        "sent a body of more than 2,000 bytes, which is not read");
    Await.until(() -> server.openConnections() == 0);
  }

  @ParameterizedTest
  @EnumSource
  void readsABodyThatIsAsLongAsItMayBe(Way way) throws Exception {
    server.on("/users", Answer.ok("[" + " ".repeat(9_999_998) + "]"));
    try (var fetcher = new Fetcher(settings.withMaxBodyBytes(10_000_000), FetchListener.NONE)) {
      assertThat(way.fetch(fetcher, USERS).bytes()).isEqualTo(10_000_000);
    }
  }

  /// The client's threads allocate, and the JVM counts what all of its threads do.
  @Test
  void aBodyThatIsAnnouncedAndNotSentCostsLittle() throws Exception {
    server.on("/posts", new Answer.Stalled(900_000_000, "["));
    var impatient = settings.withMaxBodyBytes(1_000_000_000).withDeadline(Duration.ofMillis(300));
    try (var fetcher = new Fetcher(impatient, FetchListener.NONE)) {
      assertThat(Way.BLOCKING.fetch(fetcher, USERS).items()).isPositive();
      var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
      long before = threads.getTotalThreadAllocatedBytes();
      assertThatThrownBy(() -> Way.BLOCKING.fetch(fetcher, POSTS))
          .hasMessageContaining("gave no complete response within 300 ms");
      assertThat(threads.getTotalThreadAllocatedBytes() - before).isLessThan(50_000_000);
    }
    assertThat(BodyMemory.OF_THIS_JVM.reservedBytes()).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void givesRoomBackAlsoAfterFailures(Way way) throws Exception {
    server.on("/users", Answer.ok("[" + " ".repeat(5_000_000)));
    assertFails(
        way,
        settings,
        "responded with what is not JSON of the expected shape: Unexpected end-of-input");
    server.on("/users", new Answer.Raw("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n["));
    assertFails(way, settings, "failed: the connection was closed after 1 of 9 bytes of the body");
    Await.until(() -> BodyMemory.OF_THIS_JVM.reservedBytes() == 0);
  }

  @Test
  void allBodiesInFlightHaveABound() throws Exception {
    var memory = new BodyMemory(1_500_000);
    memory.reserve(1_000_000);
    assertThatThrownBy(() -> memory.reserve(500_001))
        .isInstanceOf(ResponseRejectedException.class)
        .hasMessage(
            "sent a body for which there is no room: all that are received at once may take 1 MB");
    memory.reserve(500_000);
    memory.release(1_500_000);
    assertThat(memory.reservedBytes()).isZero();
  }

  private static void assertFails(Way way, FetchSettings settings, String what) {
    try (var fetcher = new Fetcher(settings, FetchListener.NONE)) {
      assertThatThrownBy(() -> way.fetch(fetcher, USERS))
          .isInstanceOf(FetchException.class)
          .hasMessageStartingWith("users: GET " + settings.baseUri() + "/users " + what);
    }
  }
}
