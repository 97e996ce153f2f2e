package fanout.measure;

/// Hears of a run's forks as they happen, on the thread that drives the rounds.
///
/// @param <T> what is measured
/// @param <R> what a fork finds
public interface RoundListener<T, R> {
  /// A fork is about to start.
  default void starting(T what, int round) {}

  /// A fork ended well.
  default void finished(T what, int round, R result) {}
}
