package fanout.gate.cli;

import fanout.cli.CommandException;
import fanout.cli.ExitCode;
import fanout.cli.ShareConverter;
import fanout.gate.result.MarginRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.TypeConversionException;

/// Reads margins of single benchmarks, one a line: the margin, a regular expression of benchmarks
/// without blanks, and the reason.
///
/// ```
/// # what is found first holds
/// 10%  SixEndpoints.*MULTI_PROCESS  worker JVMs start within the fork
/// ```
final class MarginsFile {
  private static final int COLUMNS = 3;

  private MarginsFile() {}

  static List<MarginRule> read(Path file) {
    List<String> lines;
    try {
      lines = Files.readAllLines(file);
    } catch (IOException e) {
      throw new CommandException(ExitCode.USAGE, "Cannot read the file of margins '" + file + "'");
    }
    var rules = new ArrayList<MarginRule>();
    for (int number = 1; number <= lines.size(); number++) {
      var line = lines.get(number - 1).strip();
      if (!line.isEmpty() && !line.startsWith("#")) {
        rules.add(rule(file, number, line));
      }
    }
    return rules;
  }

  private static MarginRule rule(Path file, int number, String line) {
    var columns = line.split("\\s+", COLUMNS);
    if (columns.length < COLUMNS) {
      throw wrong(
          file, number, "expected a margin, a regular expression and a reason, got: " + line);
    }
    try {
      return new MarginRule(columns[1], new ShareConverter().convert(columns[0]), columns[2]);
    } catch (IllegalArgumentException | TypeConversionException e) {
      throw wrong(file, number, String.valueOf(e.getMessage()));
    }
  }

  private static CommandException wrong(Path file, int number, String what) {
    return new CommandException(ExitCode.USAGE, file + ", line " + number + ": " + what);
  }
}
