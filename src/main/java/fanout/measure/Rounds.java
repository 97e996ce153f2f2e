package fanout.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/// Drives a run: round after round, one fork of each entry, one at a time.
///
/// @param <T> what is measured
/// @param <R> what a fork finds
/// @param schedule the entries of a round in their order, for its number from 1; an empty list ends
///   the run
/// @param launcher runs one fork
/// @param listener hears of each fork
/// @param stop ends the run early
public record Rounds<T, R>(
    IntFunction<List<T>> schedule,
    ForkLauncher<T, R> launcher,
    RoundListener<T, R> listener,
    StopSignal stop) {

  /// What a run found.
  ///
  /// @param rounds the results of each full round, in the order of its forks
  /// @param stopped whether the run ended before its schedule did
  public record Outcome<R>(List<List<R>> rounds, boolean stopped) {}

  /// Runs until the schedule ends or the run is stopped. A round that was not finished is dropped.
  ///
  /// @throws ForkFailedException if a fork failed, and not because the run was stopped
  public Outcome<R> run() throws ForkFailedException {
    var full = new ArrayList<List<R>>();
    for (int round = 1; ; round++) {
      var entries = schedule.apply(round);
      if (entries.isEmpty()) {
        return new Outcome<>(List.copyOf(full), false);
      }
      var results = runRound(round, entries);
      if (results.size() < entries.size()) {
        return new Outcome<>(List.copyOf(full), true);
      }
      full.add(results);
    }
  }

  /// Fewer results than entries if the run is stopped.
  private List<R> runRound(int round, List<T> entries) throws ForkFailedException {
    var results = new ArrayList<R>();
    for (var entry : entries) {
      if (stop.stopped()) {
        break;
      }
      listener.starting(entry, round);
      try {
        var result = launcher.launch(entry, round);
        results.add(result);
        listener.finished(entry, round, result);
      } catch (ForkFailedException e) {
        if (stop.stoppedWithin(StopSignal.PATIENCE)) {
          break; // it was ended, and did not fail by itself
        }
        throw e;
      }
    }
    return List.copyOf(results);
  }
}
