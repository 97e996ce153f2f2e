package fanout.measure;

import fanout.os.AtomicFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatFactory;
import org.openjdk.jmh.results.format.ResultFormatType;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// JMH's own JSON, with the single forks of a run merged, so that other tools for JMH read it.
public final class JmhFiles {
  private static final JsonMapper JSON = JsonMapper.shared();

  private JmhFiles() {}

  /// What JMH's JSON says of a single fork, as others may see it: the folders of this machine do
  /// not concern them.
  public static ObjectNode entry(RunResult singleFork) {
    var entry = (ObjectNode) JSON.readTree(json(List.of(singleFork))).get(0);
    entry.put("jvm", String.valueOf(Path.of(entry.path("jvm").asString("")).getFileName()));
    var arguments = JSON.createArrayNode();
    for (var argument : entry.path("jvmArgs").values()) {
      if (!ForkWatchdog.isMark(argument.asString(""))) {
        arguments.add(argument);
      }
    }
    entry.set("jvmArgs", arguments);
    return entry;
  }

  /// Writes one entry per benchmark and parameters, with all its forks in their order.
  ///
  /// @param singleForks as [#entry] makes them
  public static void writeMerged(Path file, List<JsonNode> singleForks) throws IOException {
    var forks = new LinkedHashMap<Same, List<ObjectNode>>();
    for (var single : singleForks) {
      forks.computeIfAbsent(Same.of(single), _ -> new ArrayList<>()).add((ObjectNode) single);
    }
    var merged = forks.values().stream().map(JmhMerge::of).toList();
    AtomicFile.write(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(merged) + "\n");
  }

  /// Writes the entries of `parts`, which have none in common, into one file.
  ///
  /// @throws ResultException if a part is no list of entries
  public static void join(Path file, List<Path> parts) throws IOException {
    var all = JSON.createArrayNode();
    for (var part : parts) {
      if (!(parsed(part) instanceof ArrayNode entries)) {
        throw new ResultException(part + " is no result of JMH: expected a list", null);
      }
      all.addAll(entries);
    }
    AtomicFile.write(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(all) + "\n");
  }

  private static JsonNode parsed(Path part) throws ResultException {
    try {
      return JSON.readTree(ResultText.of(part));
    } catch (JacksonException e) {
      throw new ResultException(
          part + " is no JSON: " + ResultException.brief(e.getOriginalMessage()), e);
    }
  }

  static String json(Collection<RunResult> results) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new PrintStream(bytes, false, StandardCharsets.UTF_8)) {
      ResultFormatFactory.getInstance(ResultFormatType.JSON, out).writeOut(results);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  /// What forks of one entry share.
  private record Same(JsonNode benchmark, JsonNode mode, JsonNode threads, JsonNode params) {
    static Same of(JsonNode entry) {
      return new Same(
          entry.path("benchmark"), entry.path("mode"), entry.path("threads"), entry.path("params"));
    }
  }
}
