package fanout.vocabulary;

/// The programs in Python that strategies are compared with, from exec to exit: each a strategy of
/// `scripts/peers/fetch.py`. The names are those of the results.
public enum PythonProgram implements Program {
  PYTHON_SEQUENTIAL("sequential", FetchLimit.ONE),
  PYTHON_THREAD_POOL("thread-pool", FetchLimit.THREADS),
  PYTHON_PROCESS_POOL("process-pool", FetchLimit.PROCESSES),
  /// It fetches in a pool of threads too: Python has no HTTP client for `asyncio` of its own.
  PYTHON_ASYNCIO("asyncio", FetchLimit.THREADS),
  /// This one and the next two fetch with the library `requests`, as the article does.
  PYTHON_REQUESTS_SEQUENTIAL(PYTHON_SEQUENTIAL),
  PYTHON_REQUESTS_THREAD_POOL(PYTHON_THREAD_POOL),
  PYTHON_REQUESTS_PROCESS_POOL(PYTHON_PROCESS_POOL);

  /// Threads or processes of a pool: one per endpoint, as in the article.
  public static final int WORKERS = 6;

  private final String scriptName;
  private final FetchLimit limit;
  private final boolean usesRequests;

  PythonProgram(String scriptName, FetchLimit limit) {
    this.scriptName = scriptName;
    this.limit = limit;
    this.usesRequests = false;
  }

  PythonProgram(PythonProgram withoutRequests) {
    this.scriptName = withoutRequests.scriptName;
    this.limit = withoutRequests.limit;
    this.usesRequests = true;
  }

  @Override
  public String text() {
    return name();
  }

  @Override
  public FetchLimit limit() {
    return limit;
  }

  /// What `fetch.py` calls it: `thread-pool`.
  public String scriptName() {
    return scriptName;
  }

  /// Whether it fetches with the library `requests` in place of Python's own HTTP client.
  public boolean usesRequests() {
    return usesRequests;
  }
}
