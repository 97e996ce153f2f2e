package fanout.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fanout.suite.cli.BenchCommand;
import fanout.suite.cli.ChartCommand;
import fanout.suite.result.RunDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// `bench` with one fork in a round.
final class KilledSuite extends KilledRun {
  KilledSuite(Path place) throws IOException {
    super(place);
  }

  @Override
  List<String> command() {
    return List.of(
        BenchCommand.class.getName(),
        "--preset=smoke",
        "--include=Decode",
        "--p=content=USERS",
        "--rounds=99");
  }

  /// Which finds no results to resume.
  @Override
  List<String> nextCommand() {
    return List.of(BenchCommand.class.getName(), "--resume", "--results=none");
  }

  /// `[3/99] …` is said when the fork has ended, and a moment before its round is kept.
  @Override
  int roundsIn(String line) {
    return line.matches("\\[\\d+/99] .*")
        ? Integer.parseInt(line.substring(1, line.indexOf('/'))) - 1
        : 0;
  }

  @Override
  int requireKept(int roundsSeen) throws Exception {
    var results = place().resolve("benchmarks-results");
    assertThat(results.resolve("latest")).doesNotExist();
    var unfinished = RunDirectory.newestUnfinished(results);
    int kept = unfinished.isEmpty() ? 0 : unfinished.get().rounds().count();
    assertThat(kept).isGreaterThanOrEqualTo(roundsSeen);
    if (kept > 0 && Files.exists(unfinished.get().path().resolve(RunDirectory.ENVIRONMENT))) {
      assertThat(RunDirectory.read(unfinished.get().path()).measurements()).isNotEmpty();
      assertThat(CommandRunner.run(new ChartCommand(), unfinished.get().path().toString()))
          .isZero();
    }
    return kept;
  }
}
