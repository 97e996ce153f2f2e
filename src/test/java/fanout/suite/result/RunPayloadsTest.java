package fanout.suite.result;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RunPayloadsTest {
  @Test
  void sizesAreKnownOfGeneratedOnesAlone() {
    assertThat(RunPayloads.of("generated", "0123").areGenerated()).isTrue();
    assertThat(new RunPayloads("generated").areGenerated()).isTrue();
    assertThat(RunPayloads.of("user", "0123").areGenerated()).isFalse();
    assertThat(new RunPayloads("generatedly").areGenerated()).isFalse();
    assertThat(RunPayloads.OF_ANOTHER_STUB.areGenerated()).isFalse();
  }

  @Test
  void isTheSourceAndTheDigest() {
    assertThat(RunPayloads.of("user", "0123").text()).isEqualTo("user 0123");
  }
}
