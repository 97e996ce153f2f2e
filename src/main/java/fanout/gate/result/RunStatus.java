package fanout.gate.result;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How far a run of the gate has come.
///
/// @param version of the file's format, [GateFile#VERSION]
/// @param startedAt when the run began
/// @param updatedAt when it was last written
/// @param complete whether nothing remains to be measured
/// @param stopReason why it ended before that; null where it did not, or a signal stopped it
public record RunStatus(
    int version,
    Instant startedAt,
    Instant updatedAt,
    boolean complete,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable StopReason stopReason) {

  /// Of a run that began at `startedAt`, is written now, and is not complete.
  public static RunStatus underWay(Instant startedAt) {
    return new RunStatus(GateFile.VERSION, startedAt, Instant.now(), false, null);
  }

  /// The same run, written now, with nothing left to be measured.
  public RunStatus completed() {
    return new RunStatus(version, startedAt, Instant.now(), true, null);
  }

  /// The same run, written now, which ended early.
  public RunStatus stopped(StopReason reason) {
    return new RunStatus(version, startedAt, Instant.now(), false, reason);
  }

  /// Whether it came to its end, and not to a signal or a failure: to its last pair, or to the end
  /// of its budget.
  public boolean ended() {
    return complete || (stopReason != null && stopReason.cause() == StopReason.Cause.OVER_BUDGET);
  }
}
