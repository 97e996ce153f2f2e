package fanout.gate.run;

import static org.assertj.core.api.Assertions.assertThat;

import fanout.gate.result.ForkOrder;
import fanout.gate.run.ScheduledFork.Fork;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BalancedOrderTest {
  private final BalancedOrder orders = new BalancedOrder(7);

  @Test
  void everyBlockOfTwoHasBothOrders() {
    for (int row = -1; row < 5; row++) {
      for (int round = 1; round < 40; round += 2) {
        assertThat(orders.pair(row, round)).isNotEqualTo(orders.pair(row, round + 1));
      }
    }
  }

  @Test
  void inEveryBlockOfTwoAnyTwoOfThreeForksHaveBothOrders() {
    for (int row = 0; row < 5; row++) {
      for (int round = 1; round < 40; round += 2) {
        assertThat(orders.triple(row, round)).isEqualTo(orders.triple(row, round + 1).reversed());
      }
    }
  }

  @Test
  void everyBlockOfSixHasEveryOrderOfThreeForks() {
    for (int block = 0; block < 4; block++) {
      int first = 6 * block + 1;
      var triples =
          IntStream.range(first, first + 6).mapToObj(round -> orders.triple(1, round)).toList();

      assertThat(triples)
          .doesNotHaveDuplicates()
          .allSatisfy(triple -> assertThat(triple).containsExactlyInAnyOrder(Fork.values()));
    }
  }

  @Test
  void whichComesFirstIsEvenlySpread() {
    long abFirst =
        IntStream.range(0, 2000)
            .filter(block -> orders.pair(block % 10, 2 * block + 1) == ForkOrder.AB)
            .count();

    // 1000 expected, standard deviation 22
    assertThat(abFirst).isBetween(900L, 1100L);
  }

  @Test
  void whichOfThreeComesFirstIsEvenlySpread() {
    var firsts =
        IntStream.range(0, 3000)
            .mapToObj(block -> orders.triple(block % 10, 2 * block + 1).getFirst())
            .collect(Collectors.groupingBy(first -> first, Collectors.counting()));

    // 1000 expected, standard deviation 26
    assertThat(firsts).hasSize(3);
    assertThat(firsts.values()).allSatisfy(count -> assertThat(count).isBetween(880L, 1120L));
  }

  @Test
  void rowsAndSeedsHaveOrdersOfTheirOwn() {
    assertThat(column(orders, 0))
        .isEqualTo(column(new BalancedOrder(7), 0))
        .isNotEqualTo(column(orders, 1))
        .isNotEqualTo(column(new BalancedOrder(8), 0));
  }

  private static Object column(BalancedOrder orders, int row) {
    return IntStream.rangeClosed(1, 60).mapToObj(round -> orders.pair(row, round)).toList();
  }
}
