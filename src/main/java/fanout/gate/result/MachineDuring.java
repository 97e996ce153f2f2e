package fanout.gate.result;

import org.jspecify.annotations.Nullable;

/// What else the machine did meanwhile, as shares of all processor time; null where the system does
/// not tell.
///
/// @param stealPercent what the host took away
/// @param foreignCpuPercent what processes outside the gate's own tree used
public record MachineDuring(@Nullable Double stealPercent, @Nullable Double foreignCpuPercent) {
  /// Where the system tells nothing.
  public static final MachineDuring UNKNOWN = new MachineDuring(null, null);
}
