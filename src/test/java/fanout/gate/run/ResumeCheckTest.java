package fanout.gate.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import fanout.measure.Hardware;
import org.junit.jupiter.api.Test;

class ResumeCheckTest {
  private static final Hardware BEFORE = new Hardware("AMD EPYC", 2, 8L << 30, "Linux 6.1");

  @Test
  void anotherProcessorIsAnotherRun() {
    assertRefused(
        new Hardware("Intel Xeon", 2, 8L << 30, "Linux 6.1"),
        "The run cannot be resumed, as the processors differ: AMD EPYC then, Intel Xeon now");
    assertRefused(
        new Hardware("AMD EPYC", 4, 8L << 30, "Linux 6.1"),
        "The run cannot be resumed, as the numbers of cores differ: 2 then, 4 now");
  }

  @Test
  void aKernelThatWasUpdatedIsNot() {
    assertThatNoException()
        .isThrownBy(() ->
            ResumeCheck.requireHost(BEFORE, new Hardware("AMD EPYC", 2, 9L << 30, "Linux 6.2")));
  }

  private static void assertRefused(Hardware now, String message) {
    assertThatExceptionOfType(GateException.class)
        .isThrownBy(() -> ResumeCheck.requireHost(BEFORE, now))
        .withMessage(message)
        .satisfies(e -> assertThat(e.reason()).isEqualTo(GateException.Reason.USAGE));
  }
}
