package fanout.gate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fanout.cli.CommandOutcome;
import fanout.cli.CommandRunner;
import fanout.gate.judge.Gates;
import fanout.gate.result.GateFile;
import fanout.gate.result.GateRun;
import fanout.gate.result.GateSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openjdk.jmh.annotations.Mode;

/// A run that reports its verdict and does not fail for it.
class AdvisoryTest {
  private static final int PAIRS = 24;
  private static final GateSettings FAILING = Gates.settings(PAIRS);
  private static final GateSettings ADVISORY = Gates.advisory(FAILING);

  @TempDir private Path folder;

  @Test
  void aRegressionIsReportedAndTheExitCodeIsZero() throws Exception {
    assertThat(judged(run(FAILING, 1.1)).status()).isEqualTo(1);
    assertThat(text("gate-junit.xml")).contains("failures=\"1\"", "<failure ");

    var ended = judged(run(ADVISORY, 1.1));

    assertThat(ended.status()).isZero();
    assertThat(ended.out()).contains("Regressed: wall time of Work.time");
    assertThat(text("gate.md").lines().findFirst().orElseThrow())
        .startsWith("**Regressed: ")
        .contains("This is advisory: the exit code is 0.");
    assertThat(text("gate-junit.xml"))
        .contains("failures=\"0\" skipped=\"1\"", "<skipped message=\"regressed: +9.9 %")
        .doesNotContain("<failure");
  }

  @Test
  void whatIsUndecidedIsReportedToo() throws Exception {
    var half = run(ADVISORY, 1.0).pairs().subList(0, PAIRS / 4);
    var undecided =
        Gates.run(
            ADVISORY, run(ADVISORY, 1.0).rows(), half, List.of(), List.of(), List.of(), false);

    var ended = judged(undecided);

    assertThat(ended.out()).contains("Undecided: ", "This is advisory: the exit code is 0.");
    assertThat(ended.status()).isZero();
  }

  @Test
  void nothingIsSaidWhereNothingRegressed() throws Exception {
    var ended = judged(run(ADVISORY, 1.0));

    assertThat(ended.status()).isZero();
    assertThat(ended.out()).contains("Nothing regressed").doesNotContain("advisory");
  }

  @Test
  void whatCannotBeJudgedKeepsItsExitCode() throws Exception {
    var ended = judged(Gates.run(ADVISORY, List.of(), List.of()));

    assertThat(ended.out()).contains("Invalid: nothing was judged").doesNotContain("advisory");
    assertThat(ended.status()).isEqualTo(3);
  }

  /// One row, whose candidate takes `ratio` times as long.
  private static GateRun run(GateSettings settings, double ratio) {
    var baseline = IntStream.range(0, PAIRS).mapToDouble(i -> 100 + i % 5 * 0.1).toArray();
    var candidate =
        IntStream.range(0, PAIRS).mapToDouble(i -> (100 + i % 3 * 0.1) * ratio).toArray();
    return Gates.run(
        settings,
        List.of(Gates.row("time", Mode.AverageTime, "ms/op")),
        Gates.pairs(0, baseline, candidate));
  }

  private CommandOutcome judged(GateRun run) throws Exception {
    var file = folder.resolve("gate.json");
    GateFile.write(file, run);
    return CommandOutcome.of(() -> CommandRunner.run(new GateCommand(), "--judge=" + file));
  }

  private String text(String name) throws IOException {
    return Files.readString(folder.resolve(name));
  }
}
