package fanout.report;

import static org.assertj.core.api.Assertions.assertThat;

import fanout.result.Measurement;
import fanout.result.RunRecord;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnswerTest {
  @Test
  void namesEveryStrategyThatTheForksDoNotTellApartFromTheFastest() {
    var answer = Answer.of(Runs.ordinary()).orElseThrow();

    assertThat(answer.best())
        .extracting(m -> m.scenario().strategy())
        .containsExactly("VIRTUAL_THREADS", "STRUCTURED");
    assertThat(answer.sentence("a machine"))
        .isEqualTo(
            "VIRTUAL_THREADS and STRUCTURED fetch the six endpoints fastest (this run does not tell"
                + " them apart): 23.8 to 24.1 ms per batch at 20 ms delay, 5.64 times as fast as"
                + " SEQUENTIAL (95 % interval 5.55 to 5.73), measured with 5 forks on a machine.");
  }

  @Test
  void claimsNothingFromOneFork() {
    var answer = Answer.of(Runs.withoutIntervals()).orElseThrow();

    assertThat(answer.best()).hasSize(7);
    assertThat(answer.sentence("a machine"))
        .contains("one round only, so nobody knows how sure that is")
        .contains("measured with 1 fork on a machine.");
  }

  @Test
  void takesTheBatchesOfOneCallerAtAFixedDelay() {
    assertThat(Answer.headline(Runs.ordinary()))
        .extracting(Measurement::scenario)
        .allMatch(s -> "FIXED_20_MS".equals(s.delay()) && "SIX".equals(s.bodies()))
        .allMatch(s -> Integer.valueOf(1).equals(s.callers()))
        .hasSize(7);
  }

  @Test
  void hasNoAnswerWithoutBatchesOfTheSix() {
    var run = Runs.ordinary();
    var others =
        run.measurements().stream()
            .filter(m -> !m.scenario().benchmark().startsWith("Six"))
            .toList();

    assertThat(Answer.of(new RunRecord(run.environment(), others, List.of(), List.of(), List.of())))
        .isEmpty();
  }
}
