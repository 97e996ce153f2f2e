package fanout.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fanout.gate.cli.GateCommand;
import fanout.gate.result.GateFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/// `gate` of a jar with itself.
final class KilledGate extends KilledRun {
  private static final Pattern ROUND = Pattern.compile("round (\\d+) of .*");

  private final Path jar;

  KilledGate(Path place, Path jar) throws IOException {
    super(place);
    this.jar = jar;
  }

  @Override
  List<String> command() {
    return List.of(
        GateCommand.class.getName(),
        "--base=" + jar,
        "--candidate=" + jar,
        "--max-pairs=24",
        "-wi=0",
        "-i=2",
        "-r=20ms");
  }

  /// Which finds no such commit.
  @Override
  List<String> nextCommand() {
    return List.of(GateCommand.class.getName(), "--base=nonsense", "--candidate=nonsense");
  }

  /// A line of a round says that those before it are kept.
  @Override
  int roundsIn(String line) {
    var round = ROUND.matcher(line);
    return round.matches() ? Integer.parseInt(round.group(1)) - 1 : 0;
  }

  @Override
  int requireKept(int roundsSeen) throws Exception {
    var file = place().resolve("fanout-gate/gate.json");
    int kept = Files.exists(file) ? GateFile.read(file).lastRound() : 0;
    assertThat(kept).isGreaterThanOrEqualTo(roundsSeen);
    return kept;
  }
}
