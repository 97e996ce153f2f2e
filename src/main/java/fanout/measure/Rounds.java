package fanout.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Drives the rounds of a run, one fork at a time.
///
/// @param <T> what is measured
/// @param <R> what a fork finds
/// @param launcher runs one fork
/// @param listener hears of each fork
/// @param stop ends the run early
public record Rounds<T, R>(
    ForkLauncher<T, R> launcher, RoundListener<T, R> listener, StopSignal stop) {

  /// Runs a round. One that was not finished is dropped.
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
