package fanout.chart;

import com.samskivert.mustache.Mustache;
import fanout.os.AtomicFile;
import fanout.os.Sha256;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/// A page that needs nothing but itself: `page/report.html` is its template. Every text is escaped
/// by the template; the scripts run because the page's policy names their hashes, and nothing else
/// does.
///
/// @param environment where it was measured
/// @param pictures whether its charts lie as pictures in the folder charts beside it
public record Page(
    Opening opening,
    List<Chart> charts,
    Table table,
    List<Fact> environment,
    Downloads downloads,
    boolean pictures) {

  /// Plain ASCII, so that a name that is no valid text, such as half a character, can be written.
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  /// Bytes; what a page may have at most.
  public static final int LARGEST = 2_000_000;

  /// What a reader sees first.
  ///
  /// @param kicker small print above the title
  /// @param answer the sentence that it opens with
  /// @param warnings what a reader must know before quoting a number, as sentences
  public record Opening(String title, String kicker, String answer, List<String> warnings) {}

  /// All rows; a cell is a text, a number, or null.
  ///
  /// @param note what it holds
  /// @param words whether the column holds words rather than numbers
  public record Table(
      String note, List<String> columns, List<Boolean> words, List<List<@Nullable Object>> rows) {}

  /// One thing of the environment, with a value or several.
  public record Fact(String name, List<String> values) {}

  /// What the page's scripts read.
  private record Content(List<Chart> charts, Table table) {}

  /// Writes the page under another name first.
  public Path write(Path file, Theme theme) throws IOException {
    return AtomicFile.write(file, html(theme));
  }

  public String html(Theme theme) {
    var style = StyleSheet.of(theme);
    var script = Resources.drawing() + Resources.page();
    var echarts = Resources.echarts();
    var page =
        Map.ofEntries(
            Map.entry("opening", opening),
            Map.entry("hasWarnings", !opening.warnings().isEmpty()),
            Map.entry("charts", charts),
            Map.entry("table", table),
            Map.entry("environment", environment),
            Map.entry("pictures", pictures),
            Map.entry("hasDownloads", !downloads.files().isEmpty()),
            Map.entry("downloads", downloads.files()),
            Map.entry("leftOut", downloads.leftOut()),
            Map.entry("style", style),
            Map.entry("styleHash", hash(style)),
            Map.entry("echarts", echarts),
            Map.entry("script", script),
            Map.entry("scriptHashes", hash(echarts) + " " + hash(script)),
            Map.entry("json", json(new Content(charts, table))));
    return Mustache.compiler().compile(Resources.text("page/report.html")).execute(page);
  }

  /// JSON that can stand in a script element: it has no `<` that could end the element.
  private static String json(Content content) {
    return JSON.writeValueAsString(content).replace("<", "\\u003c");
  }

  private static String hash(String inline) {
    return "'sha256-" + Base64.getEncoder().encodeToString(Sha256.of(inline).bytes()) + "'";
  }
}
