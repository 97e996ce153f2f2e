package fanout.measure;

import org.jspecify.annotations.Nullable;

/// What else the machine did while something was measured, as shares of all processor time, in
/// percent; null where the system does not tell.
///
/// @param stealPercent what the host took away
/// @param foreignCpuPercent what processes outside our own tree used
public record Interference(@Nullable Double stealPercent, @Nullable Double foreignCpuPercent) {
  /// Where the system tells nothing.
  public static final Interference UNKNOWN = new Interference(null, null);
}
