package fanout.suite.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShardTest {
  @Test
  void readsWhatIsTyped() {
    assertThat(Shard.parse("2/4")).isEqualTo(new Shard(2, 4)).hasToString("2/4");
    assertThat(Shard.parse("1/1").isWhole()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0/4", "5/4", "1/100", "2", "2/4/6", "a/b", "-1/4", "1/0"})
  void refusesWhatIsNoShard(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Shard.parse(text))
        .withMessageContaining("2/4");
  }
}
