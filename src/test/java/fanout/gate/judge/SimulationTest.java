package fanout.gate.judge;

import static org.assertj.core.api.Assertions.assertThat;

import fanout.gate.result.InterimLooks;
import fanout.stats.Proportion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/// Holds the gate to its promises on simulated machines. Everything is seeded: what passes once
/// passes always, until the gate or the models change.
class SimulationTest {
  private static final Path EVIDENCE = Path.of("benchmarks-results/gate-evidence.md");
  private static final String RUNS = "gate.simulation.runs";
  private static final int SMALL = 150;
  private static final Simulation SIMULATION = Simulation.load();

  @Test
  void hardlyEverCallsTheSameCodeRegressed() {
    int alarms = 0;
    int invalid = 0;
    for (var noise : SIMULATION.models()) {
      var scores = Scores.of(SIMULATION, noise, 0, SMALL, 0);
      alarms += scores.falseAlarms().count();
      invalid += scores.invalid().count();
    }
    int runs = SMALL * SIMULATION.models().size();
    assertThat(new Proportion(alarms, runs).value()).isLessThanOrEqualTo(0.01);
    assertThat(new Proportion(invalid, runs).value()).isLessThanOrEqualTo(0.005);
  }

  @Test
  void findsTenPercentOnAModerateMachine() {
    requireFoundModerate(Scores.of(SIMULATION, SIMULATION.model("moderate"), 0.1, SMALL, 0));
  }

  @Test
  void findsTenPercentOnTheObservedMachine() {
    requireFoundObserved(Scores.of(SIMULATION, SIMULATION.model("observed"), 0.1, SMALL, 0));
  }

  /// So that the table shows what the rules do, and not what a broken copy of them does.
  @Test
  void otherRulesFindWhatTheyAreMadeFor() {
    var same = Scores.of(SIMULATION, SIMULATION.model("moderate"), 0, 0, 20);
    var slower = Scores.of(SIMULATION, SIMULATION.model("moderate"), 0.2, 0, 20);

    for (var rule : OtherRule.values()) {
      boolean byDefaultBlind = rule == OtherRule.GITHUB_ACTION_BENCHMARK;
      assertThat(slower.found(rule).value()).as(rule.name()).isEqualTo(byDefaultBlind ? 0 : 1);
      assertThat(same.found(rule).value()).as(rule.name()).isLessThan(0.5);
    }
    assertThat(
            Scores.of(SIMULATION, SIMULATION.model("moderate"), 1.1, 0, 5)
                .found(OtherRule.GITHUB_ACTION_BENCHMARK))
        .isEqualTo(new Proportion(5, 5));
  }

  /// U of 1 and 8 of 9 at three against three: p = 0.1 at least, so three forks can never tell.
  @Test
  void rulesOnLiteralNumbers() {
    double[] low = {1.00, 1.01, 1.02, 1.03, 1.04};
    double[] high = {1.10, 1.11, 1.12, 1.13, 1.14};
    double[] near = {1.015, 1.025, 1.035, 1.045, 1.055};

    assertThat(OtherRule.benchstat(low, high)).isTrue();
    assertThat(OtherRule.benchstat(high, low)).isFalse();
    assertThat(OtherRule.benchstat(low, near)).isFalse();
    assertThat(OtherRule.criterion(low, high)).isTrue();
    assertThat(OtherRule.criterion(low, near)).isFalse();
    // half width of five: 8.61 × 0.00707 = 0.061 each side, and 0.1 lies between the means
    assertThat(OtherRule.disjoint(low, high)).isFalse();
    assertThat(OtherRule.disjoint(low, new double[] {1.20, 1.21, 1.22, 1.23, 1.24})).isTrue();
  }

  @Test
  void committedTableIsOfTheseModels() throws IOException {
    assertThat(Files.readString(EVIDENCE))
        .as("written by mvn test -Dtest=SimulationTest -D%s=5000", RUNS)
        .contains(SimulationTable.fingerprint());
  }

  /// Writes the table.
  @Test
  @EnabledIfSystemProperty(named = RUNS, matches = "[1-9][0-9]*")
  void large() throws IOException {
    int runs = Integer.getInteger(RUNS, SMALL);
    var sets =
        SIMULATION.models().stream()
            .map(noise ->
                List.of(0.0, 0.1, 0.2).stream()
                    .map(slowdown -> Scores.of(SIMULATION, noise, slowdown, runs, runs / 20))
                    .toList())
            .toList();
    Files.writeString(
        EVIDENCE, new SimulationTable(SIMULATION, sets).into(Files.readString(EVIDENCE)));
    for (var set : sets) {
      requireHonest(set.getFirst());
      set.forEach(SimulationTest::requireCovered);
    }
    requireFoundModerate(sets.get(0).get(1));
    requireFoundObserved(sets.get(1).get(1));
  }

  /// With the upper ends of their one-sided 95 % intervals.
  private static void requireHonest(Scores same) {
    assertThat(same.falseAlarms().atMost()).as(same.noise().name()).isLessThanOrEqualTo(0.02);
    assertThat(same.alarms().atMost()).as(same.noise().name()).isLessThanOrEqualTo(0.05);
    assertThat(same.invalid().value()).as(same.noise().name()).isLessThanOrEqualTo(0.002);
  }

  /// Within nine pairs on average.
  private static void requireFoundModerate(Scores slower) {
    assertThat(slower.found().value()).isGreaterThanOrEqualTo(0.99);
    assertThat(slower.pairs()).isLessThanOrEqualTo(9);
  }

  private static void requireFoundObserved(Scores slower) {
    assertThat(slower.found().atLeast()).isGreaterThanOrEqualTo(0.90);
  }

  private static void requireCovered(Scores scores) {
    for (int look = 0; look < InterimLooks.of(SIMULATION.pairs()).size(); look++) {
      assertThat(scores.coveredAt(look, SIMULATION.rows()).value()).isGreaterThanOrEqualTo(0.94);
    }
    assertThat(scores.covered().value()).isGreaterThanOrEqualTo(0.94);
  }
}
