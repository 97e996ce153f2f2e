package fanout.suite.run;

import fanout.measure.ForkFailedException;
import fanout.measure.ResultException;
import fanout.measure.RoundOrder;
import fanout.measure.Rounds;
import fanout.suite.plan.Plan;
import fanout.suite.plan.PlannedFork;
import fanout.suite.result.KeptFork;
import fanout.suite.result.KeptRounds;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The rounds of a run, of which each is kept as soon as it is finished.
///
/// @param plan what a round is made of
/// @param seed of its order
/// @param store where they are kept
record SuiteRounds(Plan plan, long seed, KeptRounds store) {
  /// Hears of all rounds so far when one more is finished.
  interface Listener {
    void finished(List<List<SuiteFork>> rounds) throws IOException;
  }

  /// The forks of a round in its order.
  List<PlannedFork> order(int round) {
    return RoundOrder.shuffled(plan.forks(), seed, round);
  }

  /// Measures the rounds that are not there yet, until the last or until the run is stopped.
  ///
  /// @param before those that are there
  /// @return all of them
  /// @throws ForkFailedException if a fork failed
  List<List<SuiteFork>> run(
      List<List<SuiteFork>> before, Rounds<PlannedFork, SuiteFork> driver, Listener listener)
      throws ForkFailedException, IOException {
    var rounds = new ArrayList<>(before);
    for (int round = before.size() + 1; round <= plan.rounds(); round++) {
      var found = driver.runRound(round, order(round));
      if (found.isEmpty()) {
        break;
      }
      rounds.add(found.get());
      store.add(round, found.get().stream().map(SuiteFork::kept).toList());
      listener.finished(rounds);
    }
    return List.copyOf(rounds);
  }

  /// The rounds that an earlier process has measured.
  ///
  /// @throws ResultException if what was kept is broken, or of another plan
  List<List<SuiteFork>> kept() throws ResultException {
    var planned =
        plan.forks().stream().collect(Collectors.toMap(PlannedFork::label, Function.identity()));
    var rounds = new ArrayList<List<SuiteFork>>();
    for (var round : store.all()) {
      var forks = new ArrayList<SuiteFork>();
      for (KeptFork fork : round) {
        var of = planned.get(fork.label());
        if (of == null) {
          throw new ResultException(
              store.folder() + " has a fork that is not planned: " + fork.label(), null);
        }
        forks.add(SuiteFork.of(of, rounds.size() + 1, fork));
      }
      rounds.add(List.copyOf(forks));
    }
    return rounds;
  }
}
