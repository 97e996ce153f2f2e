package fanout.strategy.process;

/// Makes workers.
interface WorkerFactory {
  /// The worker of a number, which is not started yet and reports to `owner`.
  WorkerProcess worker(int number, WorkerProcess.Owner owner);
}
