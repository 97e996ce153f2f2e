package fanout.measure;

/// Launches one fork: of JMH, or a process that is timed as a whole.
///
/// @param <T> what is measured
/// @param <R> what a fork finds
public interface ForkLauncher<T, R> {
  /// Runs one fork of `what` and waits for it.
  ///
  /// @param round number of the round, from 1
  /// @throws ForkFailedException if it left no whole result
  R launch(T what, int round) throws ForkFailedException;
}
