package fanout.suite.result;

import org.jspecify.annotations.Nullable;

/// What else the machine did during a run. Null where the system does not say.
///
/// @param loadBefore load average of one minute before the run
/// @param loadAfter the same after it
/// @param stealPercent share of all processor time that the host took away
/// @param foreignCpuPercent share of all processor time used outside the run's own processes
public record MachineState(
    @Nullable Double loadBefore,
    @Nullable Double loadAfter,
    @Nullable Double stealPercent,
    @Nullable Double foreignCpuPercent) {}
