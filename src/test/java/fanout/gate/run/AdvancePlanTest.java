package fanout.gate.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fanout.gate.arm.AnnotatedBenchmark;
import fanout.gate.arm.Annotations;
import fanout.gate.arm.BenchmarkRow;
import fanout.gate.arm.JmhOptions;
import fanout.gate.judge.Gates;
import fanout.measure.ForkLength;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Mode;

/// What is said before the first pilot, where a fork starts in one second.
class AdvancePlanTest {
  private static final JmhOptions NONE = JmhOptions.none();

  @Test
  void oneRowHasThreePilotsAndManyRowsHaveOneEach() throws GateException {
    var one = plan(Duration.ofMinutes(30), false, rows(1));
    var many = plan(Duration.ofMinutes(45), false, rows(30));

    one.requireRoom();
    many.requireRoom();
    assertThat(one.pilotForks()).isEqualTo(3);
    assertThat(many.pilotForks()).isEqualTo(2);
    assertThat(plan(Duration.ofMinutes(30), false, rows(30)).pilotForks()).isEqualTo(1);
  }

  @Test
  void theWarmUpIsAsLongAsSixPairsAllow() {
    assertThat(plan(Duration.ofMinutes(30), false, rows(1)).mostWarmUp()).isEqualTo(15);
    // Eight rounds of 2.7 s and 62 forks of 2 s and their warm-up, beside 30 pilots of 5 s.
    assertThat(plan(Duration.ofMinutes(28), false, rows(30)).mostWarmUp()).isEqualTo(5);
  }

  @Test
  void whatDoesNotFitIsRefusedWithWhatWould() {
    assertThatExceptionOfType(GateException.class)
        .isThrownBy(() -> plan(Duration.ofMinutes(3), false, rows(30)).requireRoom())
        .withMessage(
            "Six pairs of 30 rows take 22 min 42 s, pilots and pairs that may be discarded included,"
                + " and the budget is 3 min 0 s: add --budget 23m, or ask for 2 rows at most"
                + " (--include, -e, -p), such as --include 'a.B.row0'")
        .satisfies(e -> assertThat(e.reason()).isEqualTo(GateException.Reason.USAGE));
  }

  @Test
  void aBudgetForNoRowAsksForShorterForks() {
    assertThatExceptionOfType(GateException.class)
        .isThrownBy(() -> plan(Duration.ofSeconds(20), false, rows(1)).requireRoom())
        .withMessageEndingWith("add --budget 2m, or ask for shorter forks (-i, -r, -wi, -w)");
  }

  @Test
  void annotatedLengthsAreKnownWhereTheyAreUsed() throws GateException {
    // A hundred seconds as annotated, and eight rounds of three forks.
    assertThatExceptionOfType(GateException.class)
        .isThrownBy(() -> plan(Duration.ofMinutes(30), true, rows(1)).requireRoom());
    plan(Duration.ofMinutes(45), true, rows(1)).requireRoom();
  }

  private static AdvancePlan plan(Duration budget, boolean asAnnotated, List<ExpectedRow> rows) {
    var request =
        new GateRequest(List.of(), List.of(), List.of(), NONE, budget, Gates.settings(24));
    return new AdvancePlan(request, new ForkLengths(asAnnotated, NONE), rows, 1);
  }

  private static List<ExpectedRow> rows(int count) {
    return IntStream.range(0, count).mapToObj(i -> row("a.B.row" + i)).toList();
  }

  private static ExpectedRow row(String name) {
    var annotated =
        new AnnotatedBenchmark(
            Mode.AverageTime, "1", List.of(1), 1, 1, new ForkLength(5, 10_000, 5, 10_000));
    return ExpectedRow.of(
        new BenchmarkRow(name, new TreeMap<>()),
        new Annotations("1.37", Map.of(name, Map.of(Mode.AverageTime, annotated)), Map.of()),
        NONE);
  }
}
