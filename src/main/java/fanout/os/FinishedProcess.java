package fanout.os;

import java.util.List;

/// How a process ended.
///
/// @param exitCode its own, or that of the signal that ended it
/// @param timedOut whether it was ended because its time was over
/// @param out lines of its standard output; of a very long one, the end
/// @param err lines of its standard error; of a very long one, the end
public record FinishedProcess(int exitCode, boolean timedOut, List<String> out, List<String> err) {
  /// Whether it ended by itself, and well.
  public boolean succeeded() {
    return exitCode == 0 && !timedOut;
  }

  /// What it printed on standard output, without the last line's end.
  public String text() {
    return String.join("\n", out).strip();
  }
}
