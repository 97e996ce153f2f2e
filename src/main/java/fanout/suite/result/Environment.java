package fanout.suite.result;

import static fanout.suite.result.Whole.whole;
import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where and how a run was measured: `environment.json`.
///
/// @param run which run it is
/// @param rounds how much of it was measured
/// @param fingerprint what must be equal for two runs to be comparable
/// @param commit git commit of the checkout that the suite's jar lies in, with `-dirty` where the
///   tree had changes, and `-older-jar` where the jar was older than the commit; null outside git
/// @param machineState what else the machine did meanwhile
/// @param notQuotable why numbers of this run must not be quoted, as sentences; empty where they
///   may
/// @param skipped scenarios that were skipped, each with its reason, as sentences; older files say
///   `leftOut`
/// @param order the scenarios in the order of their forks, round by round
/// @param shard which part of a run it is that several machines share, such as `2/4`; null for all
public record Environment(
    @JsonUnwrapped RunStamp run,
    @JsonUnwrapped RoundCounts rounds,
    Fingerprint fingerprint,
    @Nullable String commit,
    MachineState machineState,
    List<String> notQuotable,
    @JsonAlias("leftOut") List<String> skipped,
    List<List<String>> order,
    @Nullable Shard shard) {

  /// A file can hold null where these types do not.
  public Environment {
    requireNonNull(fingerprint, "fingerprint is null");
    requireNonNull(machineState, "machineState is null");
    notQuotable = whole(notQuotable, "notQuotable");
    skipped = whole(skipped, "skipped");
    order = whole(order, "order").stream().map(round -> whole(round, "order")).toList();
  }

  /// Which run it is.
  ///
  /// @param id name of the run's folder
  /// @param preset `smoke`, `standard` or `full`
  /// @param startedAt when it began
  /// @param finishedAt when its last fork ended
  public record RunStamp(
      @JsonProperty("runId") String id, String preset, Instant startedAt, Instant finishedAt) {
    /// A file can hold null where these types do not.
    public RunStamp {
      requireNonNull(id, "runId is null");
      requireNonNull(preset, "preset is null");
      requireNonNull(startedAt, "startedAt is null");
      requireNonNull(finishedAt, "finishedAt is null");
    }
  }

  /// How much of a run was measured.
  ///
  /// @param planned rounds that the plan had
  /// @param finished full rounds that the results hold
  /// @param seed seed of the order and of the delays
  public record RoundCounts(
      @JsonProperty("roundsPlanned") int planned,
      @JsonProperty("roundsFinished") int finished,
      long seed) {}
}
