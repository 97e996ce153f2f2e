package fanout.measure;

import org.jspecify.annotations.Nullable;

/// What else the machine did while something was measured, as shares of the processor time that we
/// may use, in percent; null where the system does not tell. In a container with a limit that is
/// its share, not the host's processors.
///
/// @param stealPercent what the host, or the limit, took away
/// @param foreignCpuPercent what processes outside our own tree used
public record Interference(@Nullable Double stealPercent, @Nullable Double foreignCpuPercent) {
  /// Where the system tells nothing.
  public static final Interference UNKNOWN = new Interference(null, null);
}
