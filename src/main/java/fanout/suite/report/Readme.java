package fanout.suite.report;

import fanout.chart.Theme;
import fanout.measure.ResultException;
import fanout.os.AtomicFile;
import fanout.suite.result.RunDirectory;
import fanout.suite.result.RunRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The parts of the README and of `docs` that are made of a run, each between its markers.
public final class Readme {
  private Readme() {}

  /// Puts a run into a file, which shows the pictures in the run's folder.
  ///
  /// @throws ResultException if the file has no marker, or lacks an end, or the run is broken
  public static void update(Path file, Path run) throws IOException {
    AtomicFile.write(file, updated(file, run));
  }

  /// The file as it should be.
  static String updated(Path file, Path folder) throws IOException {
    var run = RunDirectory.read(folder);
    var pictures = new ReadmePictures(ChartSet.of(Theme.FANOUT, run), pictures(file, folder));
    var text = read(file);
    for (var place : ReadmePlace.in(file, text)) {
      text = place.filled(file, text, part(place, run, pictures));
    }
    return text;
  }

  private static String part(ReadmePlace place, RunRecord run, ReadmePictures pictures) {
    return switch (place) {
      case ANSWER -> new ReadmeAnswer(run, pictures).text();
      case RESULTS -> new ReadmeResults(run, pictures).text();
      case COLD_START -> ReadmeColdStart.section(ColdStart.of(Theme.FANOUT, run), pictures);
    };
  }

  private static String read(Path file) throws ResultException {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw ResultException.unreadable(file, e);
    }
  }

  /// Where the file finds the pictures.
  private static String pictures(Path file, Path run) {
    var from = file.toAbsolutePath().normalize().getParent();
    var to = run.toAbsolutePath().normalize().resolve(Report.CHARTS);
    return (from == null ? to : from.relativize(to)).toString().replace('\\', '/');
  }
}
