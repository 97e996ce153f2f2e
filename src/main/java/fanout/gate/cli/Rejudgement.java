package fanout.gate.cli;

import fanout.cli.CommandException;
import fanout.cli.ExitCode;
import fanout.gate.result.GateFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/// Judges a stored run again, without measuring.
///
/// @param given all that was typed
/// @param output where the rest is written, where that was typed too
/// @param conclusion judges
record Rejudgement(ParseResult given, GateOutput output, GateConclusion conclusion) {
  private static final String OUT = "--out";
  private static final Set<String> ALLOWED = Set.of("--judge", OUT);

  /// Judges a `gate.json`.
  ///
  /// @return the exit status
  int of(Path file) throws IOException {
    requireNothingButOut();
    var run = GateFile.read(file);
    if (!given.hasMatchedOption(OUT) || output.holds(file)) {
      return conclusion.of(run, file.toAbsolutePath().normalize().resolveSibling(""));
    }
    output.keepPrevious();
    GateFile.write(output.raw(), run);
    return conclusion.of(run, output.folder());
  }

  private void requireNothingButOut() {
    var others =
        given.matchedOptionsSet().stream()
            .map(OptionSpec::longestName)
            .filter(name -> !ALLOWED.contains(name))
            .toList();
    if (!others.isEmpty()) {
      throw new CommandException(
          ExitCode.USAGE,
          "--judge measures nothing and takes no option but --out, got also: "
              + String.join(", ", others));
    }
  }
}
