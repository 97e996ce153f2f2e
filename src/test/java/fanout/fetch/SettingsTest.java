package fanout.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {
  private static final FetchSettings SETTINGS =
      FetchSettings.of(URI.create("http://127.0.0.1:8080"));

  @Test
  void byDefaultSummarise() {
    assertThat(SETTINGS.responseMode()).isEqualTo(ResponseMode.SUMMARY);
    assertThat(SETTINGS.deadline()).isEqualTo(FetchSettings.DEFAULT_DEADLINE);
  }

  @Test
  void refuseBodiesBeyondAnArray() {
    assertThat(SETTINGS.maxBodyBytes()).isEqualTo(64_000_000);
    assertThat(SETTINGS.withMaxBodyBytes(1_000_000_000).maxBodyBytes()).isEqualTo(1_000_000_000);
    for (int wrong : new int[] {0, 1_000_000_001}) {
      assertThatThrownBy(() -> SETTINGS.withMaxBodyBytes(wrong))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("A body may have 1 to 1000000000 bytes, got: " + wrong);
    }
  }

  @Test
  void refuseDurationsOutOfRange() {
    assertThatThrownBy(() -> SETTINGS.withDeadline(Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The deadline must be positive, got: PT0S");
    assertThatThrownBy(() -> new Batch(Endpoint.SIX, Duration.ofMillis(-1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The pause must not be negative, got: PT-0.001S");
  }

  @ParameterizedTest
  @CsvSource({"0, 1, 1, threads", "1, -1, 1, processes", "1, 1, 0, in flight"})
  void concurrencyRefusesLessThanOne(int threads, int processes, int inFlight, String name) {
    assertThatThrownBy(() -> new Concurrency(threads, processes, inFlight))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("The number of " + name + " must be at least 1, got: ");
  }

  @Test
  void concurrencyRefusesMoreThreadsThanAForkJoinPoolTakes() {
    assertThat(new Concurrency(Concurrency.MAX_THREADS, 1, 1).threads()).isEqualTo(32_767);
    assertThatThrownBy(() -> new Concurrency(40_000, 1, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The number of threads must be at most 32767, got: 40000");
  }

  @Test
  void defaultConcurrencyTakesTheSixAtOnce() {
    var concurrency = Concurrency.byDefault();
    assertThat(concurrency.processes() * concurrency.inFlight()).isGreaterThanOrEqualTo(6);
    assertThat(concurrency.threads()).isEqualTo(200);
  }
}
