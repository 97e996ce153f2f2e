package fanout.result;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where and how a run was measured: `environment.json`.
///
/// @param runId name of the run's folder
/// @param preset `smoke`, `standard` or `full`
/// @param startedAt when the run began
/// @param finishedAt when the last fork ended
/// @param roundsPlanned rounds that the plan had
/// @param roundsFinished full rounds that the results hold
/// @param seed seed of the order and of the delays
/// @param fingerprint what must be equal for two runs to be comparable
/// @param commit git commit of the suite, with `-dirty` where the tree had changes; null outside
///   git
/// @param machineState what else the machine did meanwhile
/// @param notQuotable why numbers of this run must not be quoted, as sentences; empty where they
///   may
/// @param leftOut scenarios that were left out, each with its reason, as sentences
/// @param order the scenarios in the order of their forks, round by round
public record Environment(
    String runId,
    String preset,
    Instant startedAt,
    Instant finishedAt,
    int roundsPlanned,
    int roundsFinished,
    long seed,
    Fingerprint fingerprint,
    @Nullable String commit,
    MachineState machineState,
    List<String> notQuotable,
    List<String> leftOut,
    List<List<String>> order) {

  /// What must be equal for two runs to be comparable.
  ///
  /// @param cpu the processor's model
  /// @param cores processors that the JVM sees
  /// @param memoryBytes physical memory
  /// @param os name and version of the operating system
  /// @param jdk vendor and version
  /// @param jvmFlags flags that every fork was given
  /// @param jmh version of JMH
  /// @param lengths warm-up and measuring time of each benchmark, as text
  /// @param stub `own`, or the URL that was given
  /// @param payloads `generated`, or `user` and a digest of the files
  public record Fingerprint(
      String cpu,
      int cores,
      long memoryBytes,
      String os,
      String jdk,
      List<String> jvmFlags,
      String jmh,
      List<String> lengths,
      String stub,
      String payloads) {}

  /// What else the machine did. Null where the system does not tell.
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
}
