package fanout.gate.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fanout.gate.arm.ListedBenchmark;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CommonRowsTest {
  private static final ListedBenchmark BOTH = listed("demo.Both.run", "1", "2");

  @Test
  void whatOnlyOneArmHasIsNamedAndNotJudged() throws GateException {
    var common =
        CommonRows.of(
            List.of(BOTH, listed("demo.Old.run", "1")),
            List.of(listed("demo.New.run", "1"), listed("demo.Both.run", "2", "3")),
            new TreeMap<>(),
            List.of("Old"));

    assertThat(common.rows()).extracting(Object::toString).containsExactly("demo.Both.run{x=2}");
    assertThat(common.notes())
        .containsExactly(
            "The candidate lacks demo.Old.run{x=1}, which it may.",
            "The candidate lacks demo.Both.run{x=1}: not judged.",
            "Only the candidate has demo.New.run{x=1}, demo.Both.run{x=3}: not judged.");
    assertThat(common.missing()).containsExactly("demo.Both.run{x=1}");
  }

  @Test
  void disjointListsAreRefused() {
    assertThatExceptionOfType(GateException.class)
        .isThrownBy(() ->
            CommonRows.of(
                List.of(BOTH), List.of(listed("demo.New.run", "1")), new TreeMap<>(), List.of()))
        .withMessage(
            "The arms have no benchmark in common: the baseline has demo.Both.run{x=1},"
                + " demo.Both.run{x=2}, the candidate has demo.New.run{x=1}")
        .satisfies(e -> assertThat(e.reason()).isEqualTo(GateException.Reason.NOTHING_TO_JUDGE));
  }

  @Test
  void aValueThatJmhCannotNameIsNotMeasured() throws GateException {
    var listed = List.of(listed("demo.Both.run", "1", "2,3"));
    var common = CommonRows.of(listed, listed, new TreeMap<>(), List.of());

    assertThat(common.rows()).hasSize(1);
    assertThat(common.notes()).singleElement().asString().contains("demo.Both.run{x=2,3}");
  }

  private static ListedBenchmark listed(String name, String... values) {
    return new ListedBenchmark(name, new TreeMap<>(Map.of("x", List.of(values))));
  }
}
