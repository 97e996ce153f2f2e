package fanout.gate.cli;

import fanout.gate.report.GateReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// The folder of a run of the gate.
///
/// @param folder as it was typed
record GateOutput(Path folder) {
  private static final String PREVIOUS = "gate.previous.json";

  /// `gate.json`.
  Path raw() {
    return folder.resolve(GateReport.RAW);
  }

  /// Jars of the working tree, which a run needs to be resumed.
  Path arms() {
    return folder.resolve("arms").toAbsolutePath();
  }

  /// Whether `file` is this folder's own `gate.json`.
  boolean holds(Path file) {
    return raw().toAbsolutePath().normalize().equals(file.toAbsolutePath().normalize());
  }

  /// A run that took half an hour is not lost to the next one at once. What was said of it goes, so
  /// that it cannot be taken for what a run says that failed before it could judge.
  void keepPrevious() throws IOException {
    if (Files.exists(raw())) {
      Files.move(raw(), folder.resolve(PREVIOUS), StandardCopyOption.REPLACE_EXISTING);
    }
    GateReport.clear(folder);
  }
}
