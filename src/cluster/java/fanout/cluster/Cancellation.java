package fanout.cluster;

/// Nobody waits for this batch any more.
record Cancellation(String batch) {}
