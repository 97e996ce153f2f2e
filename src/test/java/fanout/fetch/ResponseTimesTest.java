package fanout.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ResponseTimesTest {
  private final ResponseTimes times = new ResponseTimes(95);

  @Test
  void nothingIsUsualBeforeTwentyResponses() {
    LongStream.range(0, 19).forEach(times::add);
    assertThat(times.usualNanos()).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void theUsualTimeIsThePercentileByNearestRank() {
    LongStream.rangeClosed(1, 20).forEach(times::add);
    assertThat(times.usualNanos()).isEqualTo(19);
  }

  @Test
  void theLatestCount() {
    LongStream.rangeClosed(1, 512).forEach(_ -> times.add(1_000));
    assertThat(times.usualNanos()).isEqualTo(1_000);
    LongStream.rangeClosed(1, 512).forEach(_ -> times.add(7));
    assertThat(times.usualNanos()).isEqualTo(7);
  }

  @Test
  void atMostTwiceTheShareBeyondThePercentileIsHedged() {
    assertThat(times.mayHedge()).isFalse();
    LongStream.range(0, 1_000).forEach(times::add);
    long hedged = LongStream.range(0, 1_000).filter(_ -> times.mayHedge()).count();
    assertThat(hedged).isEqualTo(100);
  }
}
