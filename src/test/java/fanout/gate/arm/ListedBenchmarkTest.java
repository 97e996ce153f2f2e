package fanout.gate.arm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ListedBenchmarkTest {
  private static final List<String> LINES =
      List.of(
          "Picked up JAVA_TOOL_OPTIONS: -Xmx1g",
          "Benchmarks: ",
          "demo.Work.time",
          "  param \"size\" = {1, 10}",
          "  param \"kind\" = {A, B c, }",
          "demo.Other.run");

  @Test
  void readsNamesAndParameters() {
    var listed = ListedBenchmark.parse(LINES);

    assertThat(listed)
        .extracting(ListedBenchmark::name)
        .containsExactly("demo.Work.time", "demo.Other.run");
    assertThat(listed.getFirst().params())
        .isEqualTo(Map.of("size", List.of("1", "10"), "kind", List.of("A", "B c", "")));
    assertThat(listed.getLast().params()).isEmpty();
  }

  @Test
  void anEmptyListHasNoBenchmark() {
    assertThat(ListedBenchmark.parse(List.of("Benchmarks: "))).isEmpty();
  }

  @Test
  void rowsAreEveryCombinationOfTheWantedValues() {
    var work = ListedBenchmark.parse(LINES).getFirst();

    assertThat(work.rows(new TreeMap<>())).hasSize(6);
    assertThat(work.rows(new TreeMap<>(Map.of("size", List.of("7"), "other", List.of("x")))))
        .extracting(BenchmarkRow::toString)
        .containsExactly(
            "demo.Work.time{kind=A, size=7}",
            "demo.Work.time{kind=B c, size=7}",
            "demo.Work.time{kind=, size=7}");
  }

  @Test
  void aValueWithACommaCannotBeAskedFor() {
    assertThat(new BenchmarkRow("a.B.c", new TreeMap<>(Map.of("x", "1,2"))).canBeRequested())
        .isFalse();
    assertThat(new BenchmarkRow("a.B.c", new TreeMap<>(Map.of("x", "1 2"))).canBeRequested())
        .isTrue();
  }
}
