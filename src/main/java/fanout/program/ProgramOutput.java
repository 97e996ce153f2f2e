package fanout.program;

import java.util.regex.Pattern;

/// What a program says it fetched: the last thing that it prints before a table, if any.
///
/// @param responses how many endpoints responded
/// @param items items of all responses
public record ProgramOutput(int responses, int items) {
  /// `1.084 s all 6 finished, 5,910 items` of `scripts/fetch`, `thread-pool 6 5910` of `fetch.py`.
  private static final Pattern TOTAL =
      Pattern.compile(
          "^(?:.* s +all (?<responses>[0-9]+) +finished, (?<items>[0-9,]+) items"
              + "|[a-z-]+ (?<pythonResponses>[0-9]+) (?<pythonItems>[0-9]+))$",
          Pattern.MULTILINE);

  /// Checks that a program ended well and fetched everything.
  ///
  /// @param exitCode what it exited with
  /// @param output what it printed
  /// @throws IllegalStateException that says what it did instead
  public void check(int exitCode, String output) {
    if (exitCode != 0) {
      throw new IllegalStateException(
          "Expected exit code 0, got " + exitCode + ". It printed: " + output.strip());
    }
    var found = of(output);
    if (!equals(found)) {
      throw new IllegalStateException(
          "Expected %s responses with %s items, got %s with %s. It printed: %s"
              .formatted(responses, items, found.responses, found.items, output.strip()));
    }
  }

  private static ProgramOutput of(String output) {
    var total = TOTAL.matcher(output);
    if (!total.find()) {
      return new ProgramOutput(0, 0);
    }
    return total.group("responses") == null
        ? new ProgramOutput(
            number(total.group("pythonResponses")), number(total.group("pythonItems")))
        : new ProgramOutput(number(total.group("responses")), number(total.group("items")));
  }

  private static int number(String digits) {
    return Integer.parseInt(digits.replace(",", ""));
  }
}
