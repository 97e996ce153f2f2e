package fanout.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/// Drives a run: round after round, one fork at a time.
///
/// @param <T> what is measured
/// @param <R> what a fork finds
/// @param launcher runs one fork
/// @param listener hears of each fork
/// @param stop ends the run early
public record Rounds<T, R>(
    ForkLauncher<T, R> launcher, RoundListener<T, R> listener, StopSignal stop) {

  /// What a run found.
  ///
  /// @param rounds the results of each full round, in the order of its forks
  /// @param stopped whether the run ended before its schedule did
  public record Outcome<R>(List<List<R>> rounds, boolean stopped) {}

  /// Runs until the schedule ends or the run is stopped. A round that was not finished is dropped.
  ///
  /// @param schedule what is measured in a round, in its order, for its number from 1; an empty
  ///   list ends the run
  /// @throws ForkFailedException if a fork failed, and not because the run was stopped
  public Outcome<R> run(IntFunction<List<T>> schedule) throws ForkFailedException {
    var full = new ArrayList<List<R>>();
    for (int round = 1; ; round++) {
      var planned = schedule.apply(round);
      if (planned.isEmpty()) {
        return new Outcome<>(List.copyOf(full), false);
      }
      var results = runRound(round, planned);
      if (results.isEmpty()) {
        return new Outcome<>(List.copyOf(full), true);
      }
      full.add(results.get());
    }
  }

  /// Runs a single round.
  ///
  /// @param round its number, from 1
  /// @param planned what is measured, in this order
  /// @return a result for each of `planned`; empty if the run was stopped before the last of them
  /// @throws ForkFailedException if a fork failed, and not because the run was stopped
  public Optional<List<R>> runRound(int round, List<T> planned) throws ForkFailedException {
    var results = new ArrayList<R>();
    for (var what : planned) {
      if (stop.stopped()) {
        return Optional.empty();
      }
      listener.starting(what, round);
      try {
        var result = launcher.launch(what, round);
        results.add(result);
        listener.finished(what, round, result);
      } catch (ForkFailedException e) {
        if (stop.stoppedWithin(StopSignal.PATIENCE)) {
          return Optional.empty(); // it was ended, and did not fail by itself
        }
        throw e;
      }
    }
    return Optional.of(List.copyOf(results));
  }
}
