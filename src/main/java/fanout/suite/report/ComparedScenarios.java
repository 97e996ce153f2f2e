package fanout.suite.report;

import fanout.suite.result.Measurement;
import fanout.suite.result.RunRecord;
import fanout.vocabulary.Scenario;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Which scenario of run A one of run B is compared with: the same; or the only one that differs in
/// its pools alone, whose sizes follow from a machine's cores and stand in every strategy's row.
final class ComparedScenarios {
  private final Set<Scenario> ofA;
  private final Map<Scenario, List<Scenario>> ofAWithoutPools;
  private final Map<Scenario, List<Scenario>> ofBWithoutPools;

  ComparedScenarios(RunRecord a, RunRecord b) {
    this.ofA = scenarios(a);
    this.ofAWithoutPools = withoutPools(ofA);
    this.ofBWithoutPools = withoutPools(scenarios(b));
  }

  /// The scenario of A; empty where A has none, or where it cannot be told which.
  Optional<Scenario> ofA(Scenario ofB) {
    if (ofA.contains(ofB)) {
      return Optional.of(ofB);
    }
    var inA = ofAWithoutPools.getOrDefault(ofB.withoutPools(), List.of());
    var inB = ofBWithoutPools.getOrDefault(ofB.withoutPools(), List.of());
    return inA.size() == 1 && inB.size() == 1 ? Optional.of(inA.getFirst()) : Optional.empty();
  }

  private static Set<Scenario> scenarios(RunRecord run) {
    return run.measurements().stream()
        .map(Measurement::scenario)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static Map<Scenario, List<Scenario>> withoutPools(Set<Scenario> scenarios) {
    return scenarios.stream().collect(Collectors.groupingBy(Scenario::withoutPools));
  }
}
