package fanout.gate.arm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AnnotatedArgumentsTest {
  private static final AnnotatedArguments BOTH =
      new AnnotatedArguments(List.of("-Da=1"), List.of("-XX:+UseG1GC", "-Db=2"));

  @Test
  void prependsWhatIsAnnotatedAfterTheArmsOwn() {
    assertThat(BOTH.prependedAfter(List.of("-Xmx1g"))).containsExactly("-Xmx1g", "-Da=1");
  }

  @Test
  void leavesToJmhWhatTheArmAddsNothingTo() {
    assertThat(BOTH.prependedAfter(List.of())).isEmpty();
  }

  @Test
  void findsTwoCollectors() {
    assertThat(BOTH.collectorsAfter(List.of("-XX:+UseParallelGC")))
        .containsExactly("UseParallelGC", "UseG1GC");
  }

  @Test
  void oneCollectorTwiceOrSwitchedOffIsOne() {
    assertThat(BOTH.collectorsAfter(List.of("-XX:+UseG1GC"))).containsExactly("UseG1GC");
    assertThat(BOTH.collectorsAfter(List.of("-XX:+UseParallelGC", "-XX:-UseParallelGC")))
        .containsExactly("UseG1GC");
  }
}
