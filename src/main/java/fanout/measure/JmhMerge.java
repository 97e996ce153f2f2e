package fanout.measure;

import java.util.List;
import org.openjdk.jmh.util.ListStatistics;
import org.openjdk.jmh.util.MultisetStatistics;
import org.openjdk.jmh.util.Statistics;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Makes one entry of JMH's JSON of the entries of single forks, with the scores that JMH computes
/// of all their iterations. They are for JMH's other tools: nothing here reads them.
final class JmhMerge {
  private static final String HISTOGRAM = "rawDataHistogram";
  private static final String VALUES = "rawData";

  /// JMH's.
  private static final double CONFIDENCE = 0.999;

  private JmhMerge() {}

  static ObjectNode of(List<ObjectNode> singleForks) {
    var merged = singleForks.getFirst().deepCopy();
    merged.put("forks", singleForks.size());
    merge(
        (ObjectNode) merged.path("primaryMetric"),
        singleForks.stream().map(fork -> fork.path("primaryMetric")).toList());
    var secondary = (ObjectNode) merged.path("secondaryMetrics");
    // What a profiler did not know in one fork, it may have known in another.
    for (var fork : singleForks) {
      fork.path("secondaryMetrics").properties().stream()
          .filter(metric -> !secondary.has(metric.getKey()))
          .forEach(metric -> secondary.set(metric.getKey(), metric.getValue().deepCopy()));
    }
    for (var metric : secondary.properties()) {
      merge(
          (ObjectNode) metric.getValue(),
          singleForks.stream()
              .map(fork -> fork.path("secondaryMetrics").path(metric.getKey()))
              .toList());
    }
    return merged;
  }

  private static void merge(ObjectNode metric, List<JsonNode> singleForks) {
    var raw = metric.has(HISTOGRAM) ? HISTOGRAM : VALUES;
    var forks = JsonMapper.shared().createArrayNode();
    singleForks.forEach(single -> single.path(raw).values().forEach(forks::add));
    metric.set(raw, forks);
    score(metric, raw.equals(HISTOGRAM) ? ofHistograms(forks) : ofValues(forks));
  }

  private static Statistics ofHistograms(ArrayNode forks) {
    var statistics = new MultisetStatistics();
    for (var fork : forks.values()) {
      for (var iteration : fork.values()) {
        for (var pair : iteration.values()) {
          statistics.addValue(pair.path(0).doubleValue(), pair.path(1).longValue());
        }
      }
    }
    return statistics;
  }

  /// A profiler may know nothing of an iteration: JMH writes `"NaN"` then.
  private static Statistics ofValues(ArrayNode forks) {
    var statistics = new ListStatistics();
    for (var fork : forks.values()) {
      for (var value : fork.values()) {
        statistics.addValue(value.isNumber() ? value.doubleValue() : Double.NaN);
      }
    }
    return statistics;
  }

  private static void score(ObjectNode metric, Statistics statistics) {
    put(metric, "score", statistics.getMean());
    put(metric, "scoreError", statistics.getMeanErrorAt(CONFIDENCE));
    var interval = JsonMapper.shared().createArrayNode();
    for (double end : statistics.getConfidenceIntervalAt(CONFIDENCE)) {
      interval.add(number(end));
    }
    metric.set("scoreConfidence", interval);
    var percentiles = (ObjectNode) metric.path("scorePercentiles");
    for (var percentile : List.copyOf(percentiles.propertyNames())) {
      put(percentiles, percentile, statistics.getPercentile(Double.parseDouble(percentile)));
    }
  }

  private static void put(ObjectNode node, String field, double value) {
    node.set(field, number(value));
  }

  /// As JMH writes it.
  private static JsonNode number(double value) {
    var json = JsonMapper.shared().createObjectNode();
    if (Double.isFinite(value)) {
      json.put("value", value);
    } else {
      json.put("value", Double.isNaN(value) ? "NaN" : value > 0 ? "+INF" : "-INF");
    }
    return json.path("value");
  }
}
