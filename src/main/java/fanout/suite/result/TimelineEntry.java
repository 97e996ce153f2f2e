package fanout.suite.result;

/// One row of `timeline.csv`: one fetch of one article batch. Times are in milliseconds since the
/// batch began.
///
/// @param strategy such as `VIRTUAL_THREADS`
/// @param endpoint such as `users`
/// @param startedMs when the request was about to be sent
/// @param firstByteMs when the head of the answer had arrived
/// @param receivedMs when the last byte had arrived
/// @param finishedMs when it was decoded and the pause was over
public record TimelineEntry(
    String strategy,
    String endpoint,
    double startedMs,
    double firstByteMs,
    double receivedMs,
    double finishedMs) {}
