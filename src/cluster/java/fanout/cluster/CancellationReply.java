package fanout.cluster;

/// @param interrupted how many fetches of the batch ran
record CancellationReply(int interrupted) {}
