package fanout.gate.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fanout.gate.judge.GateOutcome;
import fanout.gate.judge.Gates;
import fanout.gate.result.GateFile;
import fanout.measure.ResultException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the table says, and what the committed runs must say.
class EvidenceTableTest {
  private static final Path COMMITTED = Path.of("benchmarks-results/gate-evidence");
  private static final String WRITE = "mvn -q test-compile exec:exec@gate-evidence";

  @TempDir Path folder;

  @Test
  void runsThatFailedOrAreStillToComeAreListed() throws IOException {
    Files.writeString(folder.resolve("slower-20-3.failed.txt"), "Exit code 3");

    assertThat(EvidenceTable.markdown(folder).lines())
        .contains("Measured on: no machine yet.")
        .contains("| slower-20-3 | +20 % | could not be run | | | | | | |")
        .contains("| same-07 |  | not run yet | | | | | | |")
        .filteredOn(line -> line.startsWith("| same-") || line.startsWith("| slower-"))
        .hasSize(54);
  }

  @Test
  void sumsUpEachSlowdownAndNamesTheMachine() throws IOException {
    GateFile.write(folder.resolve("same-01.json"), Gates.one());
    Files.writeString(folder.resolve("slower-20-3.failed.txt"), "Exit code 3");

    assertThat(EvidenceTable.markdown(folder).lines())
        .contains("Measured on: AMD EPYC, 2 cores, 8 GiB; Linux 6.1; Temurin 25.0.3.")
        .contains("| none | 30 | 0 | 0 | 0 | 0 | 1 | 29 |")
        .contains("| +20 % | 8 | 0 | 0 | 0 | 0 | 1 | 7 |");
  }

  @Test
  void atMostOneOfTheRunsOfTheSameCodeCallsAnythingRegressed() throws ResultException {
    assertThat(committed())
        .filteredOn(result -> result.run().slowerPercent() == 0)
        .hasSize(30)
        .filteredOn(EvidenceResult::anythingRegressed)
        .hasSizeLessThanOrEqualTo(1);
  }

  @Test
  void aSlowdownOfAFifthIsCaughtInSevenRunsOfEight() throws ResultException {
    assertThat(committed())
        .filteredOn(result -> result.run().slowerPercent() == 20)
        .hasSize(8)
        .filteredOn(result -> result.outcome() == GateOutcome.REGRESSED)
        .hasSizeGreaterThanOrEqualTo(7);
  }

  @Test
  void theCommittedTableIsOfTheCommittedRuns() throws IOException {
    var _ = committed();

    assertThat(Files.readString(COMMITTED.resolve("README.md")))
        .as("written by %s", WRITE)
        .isEqualTo(EvidenceRuns.readme(COMMITTED));
  }

  /// Two hours of measuring may be under way.
  private static List<EvidenceResult> committed() throws ResultException {
    var results = EvidenceResult.all(COMMITTED);
    long there = results.stream().filter(result -> result.outcome() != null).count();
    assumeTrue(
        there == results.size(),
        "%s of %s runs are in %s; %s adds the others"
            .formatted(there, results.size(), COMMITTED, WRITE));
    return results;
  }
}
