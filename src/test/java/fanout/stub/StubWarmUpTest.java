package fanout.stub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fanout.os.TemporaryFolder;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class StubWarmUpTest {
  private static final Duration SHORT = Duration.ofMillis(100);

  @Test
  void tellsWhatItSawInEachWindow() throws Exception {
    try (var stub = StubServer.start(Payloads.generated())) {
      var result = StubWarmUp.run(stub.baseUri(), SHORT, Duration.ofSeconds(5));
      assertThat(result.responsesPerSecond())
          .hasSizeGreaterThanOrEqualTo(6)
          .allMatch(rate -> rate > 0);
      assertThat(result.steady()).isEqualTo(SteadyState.isSteady(result.responsesPerSecond()));
    }
  }

  @Test
  void endsUnsteadyWhenTheTimeIsOver() throws Exception {
    try (var stub = StubServer.start(Payloads.generated())) {
      var result = StubWarmUp.run(stub.baseUri(), SHORT, SHORT);
      assertThat(result.responsesPerSecond()).hasSize(1);
      assertThat(result.steady()).isFalse();
    }
  }

  @Test
  void failsWithTheAddressThatDoesNotAnswerRightly(@TempDir Path folder) throws Exception {
    Payloads.generated().writeTo(folder);
    Files.delete(folder.resolve("mappings/posts.json"));
    try (var stub =
        StubServer.serve(TemporaryFolder.of(folder), PayloadSource.GENERATED, 0, Duration.ZERO)) {
      assertThatExceptionOfType(StubException.class)
          .isThrownBy(() -> StubWarmUp.run(stub.baseUri(), SHORT, SHORT))
          .withMessageContaining(stub.baseUri() + "/posts responded with 404");
    }
  }

  @Test
  void failsWhereNothingListens() throws IOException {
    URI gone;
    try (var stub = StubServer.start(Payloads.generated())) {
      gone = stub.baseUri();
    }
    assertThatExceptionOfType(StubException.class)
        .isThrownBy(() -> StubWarmUp.run(gone, SHORT, SHORT))
        .withMessage("The stub at " + gone + " failed while it warmed up: connection refused");
  }

  @Test
  void canBeInterrupted() throws Exception {
    try (var stub = StubServer.start(Payloads.generated())) {
      Thread.currentThread().interrupt();
      assertThatExceptionOfType(InterruptedException.class)
          .isThrownBy(() -> StubWarmUp.run(stub.baseUri()));
      assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }
  }
}
