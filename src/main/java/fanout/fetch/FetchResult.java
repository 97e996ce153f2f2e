package fanout.fetch;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/// What one endpoint responded, and when. Times are in nanoseconds since the batch began.
///
/// @param endpoint the endpoint that was fetched
/// @param status the HTTP status, always 200: any other fails the fetch
/// @param bytes length of the body
/// @param items number of items that were decoded
/// @param requests how many it took: 1 unless [Repeats] has it
/// @param body the body, read-only, with [ResponseMode#BODY]
/// @param startedNs when the request was about to be sent
/// @param firstByteNs when the head of the response had arrived
/// @param receivedNs when the last byte of the body had arrived
/// @param finishedNs when the body was decoded and the pause, if any, was over
public record FetchResult(
    Endpoint endpoint,
    int status,
    long bytes,
    int items,
    int requests,
    @Nullable ByteBuffer body,
    long startedNs,
    long firstByteNs,
    long receivedNs,
    long finishedNs)
    implements FetchOutcome {}
