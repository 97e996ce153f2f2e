package fanout.program;

import fanout.fetch.Endpoint;
import fanout.os.JavaProgram;
import fanout.strategy.Strategy;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Every program that is timed from exec to exit: `scripts/fetch` with each strategy, and the
/// Python counterparts of `scripts/peers/fetch.py`. The names are those of the results.
public enum Program {
  SEQUENTIAL,
  FIXED_POOL,
  FORK_JOIN,
  VIRTUAL_THREADS,
  ASYNC,
  STRUCTURED,
  MULTI_PROCESS,
  PYTHON_SEQUENTIAL,
  PYTHON_THREAD_POOL,
  PYTHON_PROCESS_POOL,
  PYTHON_ASYNCIO,
  /// This one and the next two fetch with the library `requests`, as the article does.
  PYTHON_REQUESTS_SEQUENTIAL(PYTHON_SEQUENTIAL),
  PYTHON_REQUESTS_THREAD_POOL(PYTHON_THREAD_POOL),
  PYTHON_REQUESTS_PROCESS_POOL(PYTHON_PROCESS_POOL);

  /// Threads or processes of a pool in Python: one per endpoint, as in the article.
  public static final int PYTHON_WORKERS = Endpoint.SIX.size();

  private static final String PYTHON_PREFIX = "PYTHON_";

  private final @Nullable Program inPlaceOfRequests;

  Program() {
    this(null);
  }

  Program(@Nullable Program inPlaceOfRequests) {
    this.inPlaceOfRequests = inPlaceOfRequests;
  }

  /// The strategy of a program in Java; empty for one in Python.
  public Optional<Strategy> strategy() {
    return switch (this) {
      case SEQUENTIAL -> Optional.of(Strategy.SEQUENTIAL);
      case FIXED_POOL -> Optional.of(Strategy.FIXED_POOL);
      case FORK_JOIN -> Optional.of(Strategy.FORK_JOIN);
      case VIRTUAL_THREADS -> Optional.of(Strategy.VIRTUAL_THREADS);
      case ASYNC -> Optional.of(Strategy.ASYNC);
      case STRUCTURED -> Optional.of(Strategy.STRUCTURED);
      case MULTI_PROCESS -> Optional.of(Strategy.MULTI_PROCESS);
      case PYTHON_SEQUENTIAL,
          PYTHON_THREAD_POOL,
          PYTHON_PROCESS_POOL,
          PYTHON_ASYNCIO,
          PYTHON_REQUESTS_SEQUENTIAL,
          PYTHON_REQUESTS_THREAD_POOL,
          PYTHON_REQUESTS_PROCESS_POOL ->
          Optional.empty();
    };
  }

  /// The same program with Python's own HTTP client in place of `requests`; this one where it does
  /// not use that library.
  public Program withStandardLibrary() {
    return inPlaceOfRequests == null ? this : inPlaceOfRequests;
  }

  /// Why this program cannot be run here, as a sentence, or empty if it can.
  public Optional<String> unavailable() {
    if (strategy().isPresent()) {
      return strategy().get().unavailable();
    }
    return withRequests() ? Python.missingRequests() : Python.missing();
  }

  /// Whether programs in Java start from the AOT caches that the build makes: without, they start
  /// slower, and a run says so.
  public static boolean startFromAotCaches() {
    return AotCachesSeen.ALL;
  }

  /// Seen once: it starts JVMs.
  private static final class AotCachesSeen {
    static final boolean ALL =
        Arrays.stream(JavaProgram.values()).allMatch(JavaProgram::startsFromAotCache);
  }

  /// The whole command line.
  ///
  /// @param python where `fetch.py` is, which only a program in Python needs
  List<String> command(ProgramSettings settings, Path python) {
    return strategy().isPresent()
        ? JavaFetch.command(strategy().get(), settings)
        : Python.command(python, pythonStrategy(), withRequests(), settings);
  }

  private boolean withRequests() {
    return inPlaceOfRequests != null;
  }

  /// What `fetch.py` calls it: `thread-pool`.
  private String pythonStrategy() {
    return withStandardLibrary()
        .name()
        .substring(PYTHON_PREFIX.length())
        .toLowerCase(Locale.ROOT)
        .replace('_', '-');
  }
}
