package fanout.suite.result;

import static java.util.Objects.requireNonNull;

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
/// @param commit git commit of the checkout that the suite's jar lies in, with `-dirty` where the
///   tree had changes, and `-older-jar` where the jar was older than the commit; null outside git
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

  /// A file can hold null where these types do not.
  public Environment {
    requireNonNull(runId, "runId is null");
    requireNonNull(preset, "preset is null");
    requireNonNull(startedAt, "startedAt is null");
    requireNonNull(finishedAt, "finishedAt is null");
    requireNonNull(fingerprint, "fingerprint is null");
    requireNonNull(machineState, "machineState is null");
    notQuotable = whole(notQuotable, "notQuotable");
    leftOut = whole(leftOut, "leftOut");
    order = whole(order, "order").stream().map(round -> whole(round, "order")).toList();
  }

  private static <T> List<T> whole(List<T> values, String name) {
    requireNonNull(values, name + " is null");
    values.forEach(value -> requireNonNull(value, name + " holds null"));
    return List.copyOf(values);
  }

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
      String payloads) {

    /// A file can hold null where these types do not.
    public Fingerprint {
      requireNonNull(cpu, "cpu is null");
      requireNonNull(os, "os is null");
      requireNonNull(jdk, "jdk is null");
      jvmFlags = whole(jvmFlags, "jvmFlags");
      requireNonNull(jmh, "jmh is null");
      lengths = whole(lengths, "lengths");
      requireNonNull(stub, "stub is null");
      requireNonNull(payloads, "payloads is null");
    }
  }

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
