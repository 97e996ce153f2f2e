package fanout.gate.run;

import static org.assertj.core.api.Assertions.assertThat;

import fanout.gate.arm.AnnotatedBenchmark;
import fanout.gate.arm.Annotations;
import fanout.gate.arm.BenchmarkRow;
import fanout.gate.arm.JmhOptions;
import fanout.gate.arm.JmhOverrides;
import fanout.gate.result.GateRow;
import fanout.gate.result.RowDifference;
import fanout.measure.ForkLength;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Mode;

/// What is said, and compared, where a benchmark is annotated in another way in each arm.
class ComparedArmsTest {
  private static final BenchmarkRow ROW = new BenchmarkRow("a.B.c", new TreeMap<>());
  private static final GateRow GATE_ROW =
      new GateRow("a.B.c", new TreeMap<>(), Mode.AverageTime, "ms/op", null);
  private static final AnnotatedBenchmark USUAL = annotated("1", List.of(1), 1, 1);

  @Test
  void whatIsAnnotatedAlikeIsCompared() {
    var arms = arms(USUAL, USUAL);

    assertThat(arms.comparable(List.of(ROW))).containsExactly(ROW);
    assertThat(arms.of(List.of(GATE_ROW))).isEmpty();
  }

  @Test
  void forksOfAnotherNumberOfThreadsAreNotCompared() {
    assertNotCompared(
        annotated("4", List.of(1), 1, 1), "The baseline has 1 threads, the candidate 4 threads");
    assertNotCompared(
        annotated("1", List.of(3, 1), 1, 1),
        "The baseline has groups of 1 threads, the candidate groups of 3 and 1 threads");
  }

  @Test
  void invocationsOfAnotherNumberOfOperationsAreNotCompared() {
    assertNotCompared(
        annotated("1", List.of(1), 10, 1),
        "The baseline has 1 operations per invocation, the candidate 10 operations per invocation");
    assertNotCompared(
        annotated("1", List.of(1), 1, 5),
        "The baseline has 1 calls per single shot, the candidate 5 calls per single shot");
  }

  @Test
  void whatIsRequestedDiffersInNothing() {
    assertCompared(annotated("2", List.of(1), 1, 1), requested("4", JmhOverrides.NONE));
    assertCompared(
        annotated("1", List.of(3, 1), 1, 1),
        requested(null, new JmhOverrides("2,2", null, null, null)));
    assertCompared(
        annotated("1", List.of(1), 10, 1), requested(null, new JmhOverrides(null, 5, null, null)));
    assertCompared(
        annotated("1", List.of(1), 1, 7), requested(null, new JmhOverrides(null, null, 3, null)));
  }

  @Test
  void garbageThatIsCollectedTakesNoOthersPlace() {
    var arms =
        new ComparedArms(
            annotations("1.37", USUAL),
            annotations("1.37", annotated("1", List.of(1), 10, 1)),
            requested(null, new JmhOverrides(null, null, null, true)));

    assertThat(arms.comparable(List.of(ROW))).isEmpty();
  }

  private static void assertCompared(AnnotatedBenchmark candidate, JmhOptions requested) {
    var arms =
        new ComparedArms(annotations("1.37", USUAL), annotations("1.37", candidate), requested);

    assertThat(arms.comparable(List.of(ROW))).containsExactly(ROW);
  }

  private static JmhOptions requested(@Nullable String threads, JmhOverrides overrides) {
    return new JmhOptions(
        null, null, null, null, threads, null, overrides, new TreeMap<>(), List.of());
  }

  @Test
  void anotherModeIsToldAndCompared() {
    var throughput =
        new AnnotatedBenchmark(
            Mode.Throughput, "1", List.of(1), 1, 1, new ForkLength(5, 10, 5, 10));
    var arms = arms(USUAL, throughput);

    assertThat(arms.comparable(List.of(ROW))).containsExactly(ROW);
    assertThat(arms.of(List.of(GATE_ROW)))
        .containsExactly(
            new RowDifference(
                0,
                "The baseline's mode is avgt, the candidate's thrpt: both are measured as the"
                    + " baseline.",
                true));
  }

  @Test
  void anotherJmhIsToldAndCompared() {
    var arms =
        new ComparedArms(annotations("1.36", USUAL), annotations("1.37", USUAL), JmhOptions.none());

    assertThat(arms.of(List.of(GATE_ROW)))
        .containsExactly(
            new RowDifference(
                0,
                "The baseline has JMH 1.36, the candidate 1.37: a difference may be JMH's.",
                true));
  }

  private static void assertNotCompared(AnnotatedBenchmark candidate, String sentence) {
    var arms = arms(USUAL, candidate);

    assertThat(arms.comparable(List.of(ROW))).isEmpty();
    var rows = arms.incomparable(List.of(ROW));
    assertThat(rows).extracting(GateRow::benchmark).containsExactly("a.B.c");
    assertThat(arms.of(rows))
        .containsExactly(
            new RowDifference(
                0, sentence + "; it is not compared, and -e REGEX leaves it out.", false));
  }

  private static ComparedArms arms(AnnotatedBenchmark baseline, AnnotatedBenchmark candidate) {
    return new ComparedArms(
        annotations("1.37", baseline), annotations("1.37", candidate), JmhOptions.none());
  }

  private static Annotations annotations(String version, AnnotatedBenchmark benchmark) {
    return new Annotations(version, Map.of("a.B.c", Map.of(benchmark.mode(), benchmark)), Map.of());
  }

  private static AnnotatedBenchmark annotated(
      String threads, List<Integer> groups, int operations, int batch) {
    return new AnnotatedBenchmark(
        Mode.AverageTime, threads, groups, operations, batch, new ForkLength(5, 10, 5, 10));
  }
}
