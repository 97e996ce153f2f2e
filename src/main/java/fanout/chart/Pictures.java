package fanout.chart;

import fanout.os.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The charts as files, each in light and dark.
public record Pictures(Theme theme) {
  private static final String SUFFIX = ".svg";

  public static String light(String chart) {
    return chart + "-light" + SUFFIX;
  }

  public static String dark(String chart) {
    return chart + "-dark" + SUFFIX;
  }

  public void write(List<Chart> charts, Path folder) throws IOException {
    var written = new HashSet<String>();
    try (var renderer = new ChartRenderer()) {
      for (var chart : charts) {
        var svg = renderer.draw(chart);
        AtomicFile.write(folder.resolve(light(chart.name())), svg);
        AtomicFile.write(folder.resolve(dark(chart.name())), theme.darkened(svg));
        written.add(light(chart.name()));
        written.add(dark(chart.name()));
      }
    }
    if (Files.isDirectory(folder)) {
      removeStale(folder, written);
    }
  }

  /// Only what is ours: a folder that was named for two runs can hold other people's pictures.
  private static void removeStale(Path folder, Set<String> written) throws IOException {
    for (var chart : ChartName.values()) {
      for (var picture : List.of(light(chart.text()), dark(chart.text()))) {
        if (!written.contains(picture)) {
          Files.deleteIfExists(folder.resolve(picture));
        }
      }
    }
  }
}
