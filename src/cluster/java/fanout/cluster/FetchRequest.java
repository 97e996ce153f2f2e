package fanout.cluster;

import fanout.fetch.Endpoint;
import fanout.fetch.FetchSettings;
import java.time.Duration;

/// Fetch one endpoint.
///
/// @param batch which it is part of, as [Cancellation] names it
/// @param pause after it
/// @param timeLeft of the batch
record FetchRequest(
    String batch, Endpoint endpoint, FetchSettings settings, Duration pause, Duration timeLeft) {}
