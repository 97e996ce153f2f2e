package fanout.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Mode;

/// With bytes that were seen of benchmarks that sleep.
class OwnAllocationTest {
  @Test
  void whatJmhTakesIsNoneOfTheBenchmarksWithOneThreadAndWithMany() {
    assertThat(OwnAllocation.perOperation(1_840, 10, 1, Mode.AverageTime)).isZero();
    assertThat(OwnAllocation.perOperation(10_320, 87, 8, Mode.AverageTime)).isZero();
    assertThat(OwnAllocation.perOperation(39_864, 372, 32, Mode.Throughput)).isZero();
    assertThat(OwnAllocation.perOperation(1_352, 1, 1, Mode.SingleShotTime)).isZero();
    assertThat(OwnAllocation.perOperation(26_008, 32, 32, Mode.SingleShotTime)).isZero();
    assertThat(OwnAllocation.perOperation(30_984, 10, 1, Mode.SampleTime)).isZero();
    assertThat(OwnAllocation.perOperation(244_120, 87, 8, Mode.SampleTime)).isZero();
  }

  @Test
  void aLongOperationThatAllocatesLittleDoesNotAllocateNothing() {
    assertThat(OwnAllocation.perOperation(1_840 + 2_000, 1, 1, Mode.AverageTime))
        .isCloseTo(2_000, within(100.0));
    assertThat(OwnAllocation.perOperation(30_984 + 2_000, 1, 1, Mode.SampleTime))
        .isCloseTo(2_000, within(200.0));
  }

  @Test
  void aTrifleOfManyOperationsIsNone() {
    assertThat(OwnAllocation.perOperation(60_000, 10_000_000, 1, Mode.AverageTime)).isZero();
    assertThat(OwnAllocation.perOperation(16_000_000, 1_000_000, 1, Mode.AverageTime))
        .isCloseTo(16, within(0.1));
  }
}
