package fanout.gate.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Mode;

class RowNamesTest {
  private static final String FETCH = "fanout.benchmark.SixEndpointsBenchmark.fetchAll";

  @Test
  void parametersThatAreAlikeAreLeftOutAndToldOnce() {
    var names =
        new RowNames(
            List.of(
                row(FETCH, Map.of("bodies", "SIX", "delay", "NONE", "strategy", "ASYNC")),
                row(FETCH, Map.of("bodies", "SIX", "delay", "NONE", "strategy", "SEQUENTIAL"))));
    assertThat(all(names, 2))
        .containsExactly(
            "SixEndpointsBenchmark.fetchAll(strategy=ASYNC)",
            "SixEndpointsBenchmark.fetchAll(strategy=SEQUENTIAL)");
    assertThat(names.alike())
        .containsExactly("SixEndpointsBenchmark.fetchAll(bodies=SIX, delay=NONE)");
  }

  @Test
  void eachBenchmarkIsLookedAtAlone() {
    var names =
        new RowNames(
            List.of(
                row("demo.Sort.quick", Map.of("size", "10")),
                row("demo.Sort.quick", Map.of("size", "20")),
                row("demo.Sort.merge", Map.of("size", "10")),
                row("demo.Sort.none", Map.of())));
    assertThat(all(names, 4))
        .containsExactly("Sort.quick(size=10)", "Sort.quick(size=20)", "Sort.merge", "Sort.none");
    assertThat(names.alike()).containsExactly("Sort.merge(size=10)");
  }

  @Test
  void classesOfOneNameAreToldApartByTheirPackages() {
    var names =
        new RowNames(
            List.of(
                row("one.Sort.quick", Map.of()),
                row("two.Sort.quick", Map.of()),
                row("two.Sort.merge", Map.of())));
    assertThat(all(names, 3)).containsExactly("one.Sort.quick", "two.Sort.quick", "Sort.merge");
  }

  @Test
  void modesAreInTheNameWhereABenchmarkHasSeveral() {
    var quick = "demo.Sort.quick";
    var merge = "demo.Sort.merge";
    var names =
        new RowNames(
            List.of(
                row(quick, Map.of()),
                throughput(quick),
                throughput(merge),
                row("demo.Sort.none", Map.of())));
    assertThat(all(names, 4))
        .containsExactly("Sort.quick", "Sort.quick [thrpt]", "Sort.merge", "Sort.none");
    assertThat(names.alike()).containsExactly("Sort.merge [thrpt]");
  }

  private static GateRow throughput(String benchmark) {
    return new GateRow(benchmark, new TreeMap<>(), Mode.Throughput, "ops/s", null);
  }

  private static GateRow row(String benchmark, Map<String, String> params) {
    return new GateRow(benchmark, new TreeMap<>(params), Mode.AverageTime, "ms/op", null);
  }

  private static List<String> all(RowNames names, int rows) {
    return IntStream.range(0, rows).mapToObj(names::name).toList();
  }
}
