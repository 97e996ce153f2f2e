package fanout.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads JMH's JSON, fork by fork and iteration by iteration: the pooled scores and errors that JMH
/// computes are not used.
public final class JmhJson {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final String source;

  private JmhJson(String source) {
    this.source = source;
  }

  /// Reads a file that JMH wrote.
  ///
  /// @throws ResultException if the file is missing or is no result of JMH
  public static List<JmhRun> read(Path file) throws ResultException {
    try {
      return parse(file.toString(), Files.readString(file));
    } catch (ResultException e) {
      throw e;
    } catch (IOException e) {
      throw ResultException.unreadable(file, e);
    }
  }

  /// Reads what JMH wrote.
  ///
  /// @param source name of the text in error messages
  /// @throws ResultException if the text is no result of JMH
  public static List<JmhRun> parse(String source, String text) throws ResultException {
    var reader = new JmhJson(source);
    try {
      return reader.runs(JSON.readTree(text));
    } catch (JacksonException e) {
      throw reader.broken("is no JSON: " + e.getOriginalMessage());
    }
  }

  private List<JmhRun> runs(JsonNode root) throws ResultException {
    if (!root.isArray()) {
      throw broken("is no result of JMH: expected a list of benchmarks");
    }
    var runs = new ArrayList<JmhRun>();
    for (var node : root.values()) {
      runs.add(run(node));
    }
    return List.copyOf(runs);
  }

  private JmhRun run(JsonNode node) throws ResultException {
    var secondary = new LinkedHashMap<String, JmhMetric>();
    for (var entry : node.path("secondaryMetrics").properties()) {
      if (isKnown(entry.getValue().path("rawData"))) {
        secondary.put(entry.getKey(), metric(entry.getValue(), entry.getKey()));
      }
    }
    return new JmhRun(
        node.has("jmhVersion") ? text(node, "jmhVersion") : "unknown", // by older JMH
        text(node, "benchmark"),
        text(node, "mode"),
        count(node, "threads"),
        count(node, "forks"),
        params(node.path("params")),
        metric(node.path("primaryMetric"), "primaryMetric"),
        secondary);
  }

  /// A profiler may know nothing of an iteration: JMH writes `"NaN"` then.
  private static boolean isKnown(JsonNode rawData) {
    return rawData.values().stream()
        .flatMap(fork -> fork.values().stream())
        .allMatch(JmhJson::isFinite);
  }

  private static boolean isFinite(JsonNode node) {
    return node.isNumber() && Double.isFinite(node.doubleValue());
  }

  private Map<String, String> params(JsonNode node) throws ResultException {
    var params = new LinkedHashMap<String, String>();
    for (var entry : node.properties()) {
      params.put(entry.getKey(), text(node, entry.getKey()));
    }
    return params;
  }

  private JmhMetric metric(JsonNode node, String name) throws ResultException {
    var unit = text(node, "scoreUnit");
    if (!node.has("rawDataHistogram")) {
      return new JmhMetric(unit, lists(node.path("rawData"), name, this::number), List.of());
    }
    var histograms = lists(node.path("rawDataHistogram"), name, this::histogram);
    var means =
        histograms.stream()
            .map(fork -> fork.stream().map(TimeDistribution::mean).toList())
            .toList();
    return new JmhMetric(unit, means, histograms);
  }

  /// Reads one value.
  private interface Reader<T> {
    T read(JsonNode node, String name) throws ResultException;
  }

  private <T> List<List<T>> lists(JsonNode forks, String name, Reader<T> reader)
      throws ResultException {
    if (!forks.isArray()) {
      throw broken(name + " has no raw data");
    }
    var lists = new ArrayList<List<T>>();
    for (var fork : forks.values()) {
      if (!fork.isArray()) {
        throw broken("the raw data of " + name + " are not listed by fork");
      }
      var list = new ArrayList<T>();
      for (var iteration : fork.values()) {
        list.add(reader.read(iteration, name));
      }
      lists.add(List.copyOf(list));
    }
    return List.copyOf(lists);
  }

  private TimeDistribution histogram(JsonNode node, String name) throws ResultException {
    var counts = new TreeMap<Double, Long>();
    for (var pair : node.values()) {
      if (pair.size() != 2 || !pair.path(1).isIntegralNumber() || pair.path(1).longValue() < 1) {
        throw broken("the histogram of " + name + " has " + pair + " in place of [time, count]");
      }
      counts.merge(number(pair.path(0), name), pair.path(1).longValue(), Long::sum);
    }
    if (counts.isEmpty()) {
      throw broken("the histogram of " + name + " is empty");
    }
    return TimeDistribution.of(counts);
  }

  private Double number(JsonNode node, String name) throws ResultException {
    if (!isFinite(node)) {
      throw broken(name + " has " + node + " in place of a number");
    }
    return node.doubleValue();
  }

  private String text(JsonNode node, String field) throws ResultException {
    var value = node.path(field);
    if (!value.isString()) {
      throw broken(field + " is missing or no text");
    }
    return value.stringValue();
  }

  private int count(JsonNode node, String field) throws ResultException {
    var value = node.path(field);
    if (!value.canConvertToInt() || value.intValue() < 1) {
      throw broken(field + " is missing or no positive number");
    }
    return value.intValue();
  }

  private ResultException broken(String what) {
    return new ResultException(source + ": " + ResultException.brief(what), null);
  }
}
