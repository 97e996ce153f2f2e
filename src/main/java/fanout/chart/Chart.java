package fanout.chart;

import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// One chart as the option functions of `points.js`, `lines.js` and `timeline.js` read it, with
/// what stands around it.
///
/// @param name of its files, such as `throughput`
/// @param kind which option function draws it
/// @param scalable whether it makes sense on a linear and on a log axis
/// @param first index of the view that is shown first, and drawn as a picture
/// @param views one for each choice of parameters; empty where nothing of it was measured
public record Chart(
    String name, Kind kind, Texts texts, boolean scalable, int first, List<View> views) {

  /// What stands around it.
  ///
  /// @param navigation what it is called in a list of charts
  /// @param title what is shown
  /// @param subtitle unit and direction, as a sentence or two
  /// @param finePrint conditions of the run, as sentences
  /// @param help how to read it, as sentences
  public record Texts(
      String navigation,
      String title,
      String subtitle,
      List<String> finePrint,
      List<String> help) {}

  /// The option functions.
  public enum Kind {
    POINTS,
    LINES,
    TIMELINE
  }

  /// One choice of parameters.
  ///
  /// @param choices value of each parameter that has several in this chart
  /// @param conditions what holds for all of it, in words; empty where the panels tell it all
  /// @param panels none where nothing of it can be drawn
  /// @param table the same in numbers; null where the panels print theirs
  /// @param instead why there are no panels, as a sentence; null where there are
  public record View(
      SequencedMap<String, String> choices,
      String conditions,
      List<? extends Panel> panels,
      @Nullable TextTable table,
      @Nullable String instead) {

    /// One whose panels print their numbers.
    public View(
        SequencedMap<String, String> choices, String conditions, List<? extends Panel> panels) {
      this(choices, conditions, panels, null, null);
    }
  }

  /// Cells that are printed as they are; the first column names the row.
  public record TextTable(List<String> columns, List<List<String>> rows) {}

  /// One coordinate system.
  public sealed interface Panel permits PointPanel, LinePanel, TimelinePanel {}

  /// A row per strategy.
  ///
  /// @param log whether the axis is logarithmic unless a reader asks otherwise
  public record PointPanel(
      String title, boolean log, @Nullable Reference reference, List<PointRow> rows)
      implements Panel {}

  /// A line across all rows.
  ///
  /// @param margin as a share: the band around the line that counts as no difference; 0 for none
  public record Reference(double value, double margin) {}

  /// One row of points.
  ///
  /// @param name strategy, which gives the colour; null where there is none
  /// @param label what names the row
  /// @param place rows stand in this order
  /// @param span its interval; null if there is none
  /// @param dots the forks
  /// @param hollow whether the difference is within noise
  /// @param text the number that is printed beside the point
  /// @param tip what is told of it on request
  public record PointRow(
      @Nullable String name,
      String label,
      int place,
      double score,
      @Nullable Span span,
      List<Double> dots,
      boolean hollow,
      String text,
      String tip) {}

  /// From the lower end of an interval to the upper.
  public record Span(double low, double high) {}

  /// Lines over a percentile or a size.
  ///
  /// @param percentiles whether x is a percentile, at log 1/(1−q); otherwise x is logarithmic
  /// @param ticks the only ones of x
  /// @param ideals what could be at best
  public record LinePanel(
      String title,
      String xTitle,
      boolean percentiles,
      boolean log,
      List<Tick> ticks,
      List<Line> lines,
      List<Line> ideals)
      implements Panel {}

  public record Tick(double value, String label) {}

  /// One line.
  ///
  /// @param name strategy; null for an ideal
  /// @param points at least one, from left to right
  public record Line(@Nullable String name, String label, List<LinePoint> points) {}

  /// One point of a line.
  ///
  /// @param low lower end of the band or interval; null if there is none
  /// @param samples those beyond a percentile, or those that a mean is made of
  public record LinePoint(
      double x, double y, @Nullable Double low, @Nullable Double high, long samples) {}

  /// A block of bars per strategy, over milliseconds.
  public record TimelinePanel(String title, List<Block> groups) implements Panel {}

  /// The bars of one strategy.
  ///
  /// @param total how long all of it took, as text
  public record Block(String name, String label, String total, List<Bar> bars) {}

  /// One fetch; times in milliseconds since the batch began.
  public record Bar(String label, double started, double received, double finished, String tip) {}
}
