package fanout.suite.report;

import fanout.chart.Chart;
import fanout.chart.ChartName;
import fanout.chart.Pictures;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// The charts of a run as pictures in Markdown, each in light and dark.
///
/// @param charts all that the run has
/// @param folder where the file that shows them finds the pictures
record ReadmePictures(List<Chart> charts, String folder) {

  /// Empty where the run has no such chart.
  String of(ChartName name) {
    return charts.stream()
        .filter(chart -> chart.name().equals(name.text()))
        .map(this::picture)
        .collect(Collectors.joining());
  }

  /// All others, in their order.
  String allBut(ChartName... names) {
    var shown = Set.of(names).stream().map(ChartName::text).collect(Collectors.toSet());
    return charts.stream()
        .filter(chart -> !shown.contains(chart.name()))
        .map(this::picture)
        .collect(Collectors.joining());
  }

  private String picture(Chart chart) {
    return """
    <picture>
      <source media="(prefers-color-scheme: dark)" srcset="%s/%s">
      <img alt="%s" src="%s/%s">
    </picture>

    """
        .formatted(
            folder,
            Pictures.dark(chart.name()),
            chart.texts().title(),
            folder,
            Pictures.light(chart.name()));
  }
}
