package fanout.gate.result;

import fanout.measure.ResultException;
import fanout.measure.ResultText;
import fanout.os.AtomicFile;
import java.io.IOException;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Reads and writes `gate.json`.
public final class GateFile {
  /// Of the format. A file of another version is refused, for its numbers may mean something else.
  public static final int VERSION = 1;

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .build();

  private GateFile() {}

  /// Reads a run, complete or partial.
  ///
  /// @throws ResultException with one sentence, if the file is missing, empty, truncated, of
  ///   another version, or says what cannot be
  public static GateRun read(Path file) throws ResultException {
    return parse(file.toString(), ResultText.of(file));
  }

  /// Reads a run from its text.
  ///
  /// @param source name of the text in error messages
  /// @throws ResultException as [#read(Path)] does
  public static GateRun parse(String source, String text) throws ResultException {
    if (text.isBlank()) {
      throw new ResultException(source + " is empty: expected the gate.json of a run", null);
    }
    try {
      var tree = JSON.readTree(text);
      requireVersion(source, tree);
      FlatFields.nest((ObjectNode) tree, GateRun.class);
      var run = JSON.treeToValue(tree, GateRun.class);
      CompleteRecord.require(run);
      return run;
    } catch (JacksonException e) {
      throw new ResultException(source + " is no whole gate.json: " + sentence(e), e);
    } catch (IllegalArgumentException e) {
      var words = ResultException.brief(String.valueOf(e.getMessage()));
      throw new ResultException(source + " is no whole gate.json: " + words, e);
    }
  }

  private static void requireVersion(String source, JsonNode tree) throws ResultException {
    if (!tree.isObject() || !tree.path("version").isIntegralNumber()) {
      throw new ResultException(
          source + " is no gate.json: expected an object with a version", null);
    }
    if (!tree.path("version").canConvertToInt() || tree.path("version").intValue() != VERSION) {
      throw new ResultException(
          "%s is a gate.json of version %s: this gate reads version %s"
              .formatted(source, tree.path("version"), VERSION),
          null);
    }
  }

  /// The first line says it; where it is known, so does the place.
  private static String sentence(JacksonException e) {
    var words =
        switch (e.getCause()) {
          case IllegalArgumentException own when own.getMessage() != null -> own.getMessage();
          case NullPointerException _ -> "a value is missing";
          case null, default -> String.valueOf(e.getOriginalMessage());
        };
    var place = e instanceof DatabindException databind ? place(databind) : "";
    return ResultException.brief(words) + (place.isEmpty() ? "" : ResultException.brief(place));
  }

  private static String place(DatabindException e) {
    var path = new StringBuilder();
    for (var step : e.getPath()) {
      if (step.getPropertyName() != null && FlatFields.isInlined(step.getPropertyName())) {
        continue;
      }
      path.append(
          step.getPropertyName() == null
              ? "[" + step.getIndex() + "]"
              : "." + step.getPropertyName());
    }
    return path.isEmpty() ? "" : " (at " + path.substring(path.charAt(0) == '.' ? 1 : 0) + ")";
  }

  /// Writes a run under another name and then moves it, so that nobody reads half a file.
  ///
  /// @throws IOException with one sentence, if it cannot be written
  public static void write(Path file, GateRun run) throws IOException {
    AtomicFile.write(file, text(run));
  }

  static String text(GateRun run) {
    ObjectNode fields = JSON.valueToTree(run);
    return JSON.writerWithDefaultPrettyPrinter()
            .writeValueAsString(FlatFields.flatten(fields, GateRun.class))
        + "\n";
  }
}
