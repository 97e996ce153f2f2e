package fanout.suite.result;

import fanout.vocabulary.StrategyName;

/// One row of `timeline.csv`: one fetch of one article batch. Times are in milliseconds since the
/// batch began.
///
/// @param strategy what it was fetched with
/// @param endpoint such as `users`
/// @param startedMs when the request was about to be sent
/// @param firstByteMs when the head of the response had arrived
/// @param receivedMs when the last byte had arrived
/// @param finishedMs when it was decoded and the pause was over
public record TimelineEntry(
    StrategyName strategy,
    String endpoint,
    double startedMs,
    double firstByteMs,
    double receivedMs,
    double finishedMs) {}
