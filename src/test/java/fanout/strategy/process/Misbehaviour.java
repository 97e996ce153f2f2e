package fanout.strategy.process;

/// What a [MisbehavingWorker] does wrong.
enum Misbehaviour {
  /// Prints on standard output all the time, and beside it before the first frame.
  PRINTS,
  /// Takes a task, and writes rubbish where frames belong.
  RUBBISH,
  /// Takes a task, and ends with exit code 7.
  EXITS,
  /// Takes a task, and never answers.
  HANGS,
  /// Takes a task, and answers it twice.
  ANSWERS_TWICE,
  /// Ends with exit code 9 before its first frame.
  DIES_AT_START
}
