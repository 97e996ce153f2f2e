package fanout.vocabulary;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Every strategy the suite compares, with what is known of it before anything is measured. The
/// constant's name is the one in results, charts and the README; the command line takes
/// [#commandLineName()].
public enum Strategy implements Program {
  SEQUENTIAL(FetchLimit.ONE, PythonProgram.PYTHON_SEQUENTIAL, Duration.ofSeconds(7)),
  FIXED_POOL(FetchLimit.THREADS, PythonProgram.PYTHON_THREAD_POOL),
  FORK_JOIN(FetchLimit.THREADS, PythonProgram.PYTHON_THREAD_POOL),
  VIRTUAL_THREADS(FetchLimit.BATCH, PythonProgram.PYTHON_THREAD_POOL),
  ASYNC(FetchLimit.BATCH, PythonProgram.PYTHON_ASYNCIO),
  STRUCTURED(FetchLimit.BATCH, PythonProgram.PYTHON_THREAD_POOL),
  MULTI_PROCESS(FetchLimit.PROCESSES, PythonProgram.PYTHON_PROCESS_POOL, Duration.ofMillis(1680));

  private final FetchLimit limit;
  private final PythonProgram counterpart;
  private final @Nullable Duration articleTime;

  Strategy(FetchLimit limit, PythonProgram counterpart) {
    this(limit, counterpart, null);
  }

  Strategy(FetchLimit limit, PythonProgram counterpart, @Nullable Duration articleTime) {
    this.limit = limit;
    this.counterpart = counterpart;
    this.articleTime = articleTime;
  }

  @Override
  public String text() {
    return name();
  }

  @Override
  public FetchLimit limit() {
    return limit;
  }

  /// The program in Python that does it the same way, as far as Python has that way.
  public PythonProgram counterpart() {
    return counterpart;
  }

  /// What the article's program took, in Python, over the internet, on its author's machine; empty
  /// where the article has none.
  public Optional<Duration> articleTime() {
    return Optional.ofNullable(articleTime);
  }

  /// The constant's name as it is typed: `virtual-threads`.
  public String commandLineName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
