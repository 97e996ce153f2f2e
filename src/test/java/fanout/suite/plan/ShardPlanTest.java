package fanout.suite.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fanout.fetch.Concurrency;
import fanout.suite.result.Shard;
import fanout.vocabulary.Scenario;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ShardPlanTest {
  private static final Concurrency POOLS = new Concurrency(200, 2, 3);

  @ParameterizedTest
  @EnumSource(Preset.class)
  void shardsAreThePlanTogether(Preset preset) throws PlanException {
    var whole = plan(preset, PlanFilter.none(), Shard.WHOLE);
    var together = new ArrayList<PlannedFork>();
    for (int number = 1; number <= 4; number++) {
      together.addAll(plan(preset, PlanFilter.none(), new Shard(number, 4)).forks());
    }

    assertThat(together).containsExactlyInAnyOrderElementsOf(whole.forks());
  }

  @ParameterizedTest
  @EnumSource(Preset.class)
  void whatIsComparedIsOnOneMachine(Preset preset) throws PlanException {
    var seen = new HashSet<Scenario>();
    for (int number = 1; number <= 4; number++) {
      var here = comparisons(plan(preset, PlanFilter.none(), new Shard(number, 4)));
      assertThat(seen).doesNotContainAnyElementsOf(here);
      seen.addAll(here);
    }
  }

  @Test
  void machinesHaveAboutTheSameToDo() throws PlanException {
    var whole = plan(Preset.STANDARD, PlanFilter.none(), Shard.WHOLE);

    for (int number = 1; number <= 3; number++) {
      var part = plan(Preset.STANDARD, PlanFilter.none(), new Shard(number, 3));
      assertThat(part.expected())
          .isBetween(whole.expected().dividedBy(5), whole.expected().dividedBy(2));
    }
  }

  @Test
  void aShardWithoutAComparisonIsRefused() throws PlanException {
    var article = PlanFilter.parse("Article", "");

    assertThatExceptionOfType(PlanException.class)
        .isThrownBy(() -> plan(Preset.SMOKE, article, new Shard(2, 2)))
        .withMessage("Shard 2/2 has nothing to measure: the plan has 1 comparisons");
  }

  private static Plan plan(Preset preset, PlanFilter wanted, Shard shard) throws PlanException {
    return Plan.of(preset, wanted, POOLS, preset.rounds(), shard);
  }

  private static List<Scenario> comparisons(Plan plan) {
    return plan.forks().stream()
        .map(fork -> fork.scenario().withStrategy(null).withoutPools())
        .distinct()
        .collect(Collectors.toList());
  }
}
