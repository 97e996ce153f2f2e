package fanout.cluster;

import fanout.fetch.Endpoint;
import fanout.fetch.FetchResult;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/// What came of a [FetchRequest]. Times are in nanoseconds since the member began it.
///
/// @param what what was wrong, as `FetchException.what()` has it; empty where nothing was
/// @param body in base 64 on its way; null unless it was asked for
record FetchReply(
    End end,
    String what,
    int status,
    long bytes,
    int items,
    int requests,
    @Nullable ByteBuffer body,
    long startedNs,
    long firstByteNs,
    long receivedNs,
    long finishedNs) {

  /// How it ended on the member.
  enum End {
    FETCHED,
    FAILED,
    /// The member is about to leave and has not begun it.
    RETURNED
  }

  static FetchReply fetched(FetchResult result) {
    return new FetchReply(
        End.FETCHED,
        "",
        result.status(),
        result.bytes(),
        result.items(),
        result.requests(),
        result.body(),
        result.startedNs(),
        result.firstByteNs(),
        result.receivedNs(),
        result.finishedNs());
  }

  static FetchReply failed(String what) {
    return without(End.FAILED, what);
  }

  static FetchReply returned() {
    return without(End.RETURNED, "");
  }

  /// The result of a fetch that the member began `offsetNs` after its batch began.
  FetchResult result(Endpoint endpoint, long offsetNs) {
    return new FetchResult(
        endpoint,
        status,
        bytes,
        items,
        requests,
        body == null ? null : body.asReadOnlyBuffer(),
        offsetNs + startedNs,
        offsetNs + firstByteNs,
        offsetNs + receivedNs,
        offsetNs + finishedNs);
  }

  private static FetchReply without(End end, String what) {
    return new FetchReply(end, what, 0, 0, 0, 0, null, 0, 0, 0, 0);
  }
}
