package fanout.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RoundsTest {
  private final List<String> launched = new ArrayList<>();
  private final StopSignal stop = new StopSignal();

  @Test
  void everyRoundHasOneForkOfEverything() throws ForkFailedException {
    var outcome = run(2, this::launch);

    assertThat(outcome.stopped()).isFalse();
    assertThat(outcome.rounds()).containsExactly(List.of("a1", "b1"), List.of("a2", "b2"));
    assertThat(launched).containsExactly("a1", "b1", "a2", "b2");
  }

  @Test
  void aStoppedRunHasItsFullRounds() throws ForkFailedException {
    var outcome =
        run(
            3,
            (what, round) -> {
              if (round == 2) {
                stop.stop();
              }
              return launch(what, round);
            });

    assertThat(outcome.stopped()).isTrue();
    assertThat(outcome.rounds()).containsExactly(List.of("a1", "b1"));
    assertThat(launched).containsExactly("a1", "b1", "a2");
  }

  @Test
  void aForkThatWasEndedByTheStopIsNoFailure() throws ForkFailedException {
    var outcome =
        run(
            3,
            (what, round) -> {
              if (what.equals("b") && round == 2) {
                stop.stop();
                throw new ForkFailedException("killed", null);
              }
              return launch(what, round);
            });

    assertThat(outcome.stopped()).isTrue();
    assertThat(outcome.rounds()).hasSize(1);
  }

  @Test
  void aForkThatASignalEndedBeforeTheHookToldOfItIsNoFailure() throws ForkFailedException {
    var outcome =
        run(
            3,
            (what, round) -> {
              if (round == 2) {
                stopAsSoonAsThisThreadWaits();
                throw new ForkFailedException("killed", null);
              }
              return launch(what, round);
            });

    assertThat(outcome.stopped()).isTrue();
    assertThat(outcome.rounds()).containsExactly(List.of("a1", "b1"));
  }

  private void stopAsSoonAsThisThreadWaits() {
    var waiter = Thread.currentThread();
    Thread.ofPlatform()
        .daemon()
        .start(() -> {
          while (waiter.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
          }
          stop.stop();
        });
  }

  @Test
  void aFailedForkEndsTheRun() {
    assertThatExceptionOfType(ForkFailedException.class)
        .isThrownBy(() ->
            run(
                3,
                (what, round) -> {
                  throw new ForkFailedException(what + round + " crashed", null);
                }))
        .withMessage("a1 crashed");
  }

  @Test
  void orderIsShuffledAnewForEachRoundAndToldBySeed() {
    var entries = IntStream.range(0, 20).boxed().toList();
    var first = RoundOrder.shuffled(entries, 7, 1);

    assertThat(first).containsExactlyInAnyOrderElementsOf(entries).isNotEqualTo(entries);
    assertThat(RoundOrder.shuffled(entries, 7, 1)).isEqualTo(first);
    assertThat(RoundOrder.shuffled(entries, 7, 2)).isNotEqualTo(first);
    assertThat(RoundOrder.shuffled(entries, 8, 1)).isNotEqualTo(first);
  }

  @Test
  void everyPlaceInTheOrderIsEquallyLikely() {
    var entries = List.of("a", "b", "c");
    long firsts =
        IntStream.rangeClosed(1, 3000)
            .filter(round -> RoundOrder.shuffled(entries, 42, round).getFirst().equals("a"))
            .count();

    // 1000 expected, standard deviation 26
    assertThat(firsts).isBetween(870L, 1130L);
  }

  private Outcome run(int count, ForkLauncher<String, String> launcher) throws ForkFailedException {
    var rounds = new Rounds<>(launcher, new RoundListener<>() {}, stop);
    var full = new ArrayList<List<String>>();
    for (int round = 1; round <= count; round++) {
      var results = rounds.runRound(round, List.of("a", "b"));
      if (results.isEmpty()) {
        return new Outcome(full, true);
      }
      full.add(results.get());
    }
    return new Outcome(full, false);
  }

  private record Outcome(List<List<String>> rounds, boolean stopped) {}

  private String launch(String what, int round) {
    launched.add(what + round);
    return what + round;
  }
}
