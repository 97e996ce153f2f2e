package fanout.fetch;

/// A fetch was requested of a [Fetcher] that is closed, or was cut short because it was closed.
public final class FetcherClosedException extends IllegalStateException {
  private static final long serialVersionUID = 1;

  FetcherClosedException() {
    super("The fetcher is closed");
  }
}
