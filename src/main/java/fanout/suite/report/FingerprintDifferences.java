package fanout.suite.report;

import fanout.chart.PrintableText;
import fanout.measure.Hardware;
import fanout.suite.result.Fingerprint;
import fanout.suite.result.RunPayloads;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;

/// What keeps two runs from being comparable.
final class FingerprintDifferences {
  private FingerprintDifferences() {}

  /// A sentence for each field that differs, with both values.
  static List<String> of(Fingerprint a, Fingerprint b) {
    var before = values(a);
    var after = values(b);
    return before.entrySet().stream()
        .filter(field -> !field.getValue().equals(after.get(field.getKey())))
        .map(field ->
            PrintableText.sentence(
                "The runs differ in %s: A has %s, B has %s."
                    .formatted(words(field.getKey()), field.getValue(), after.get(field.getKey()))))
        .toList();
  }

  /// Each field of `environment.json` with its text.
  private static SequencedMap<String, String> values(Record fields) {
    var values = new LinkedHashMap<String, String>();
    for (var field : fields.getClass().getRecordComponents()) {
      switch (value(field, fields)) {
        case Hardware hardware -> values.putAll(values(hardware));
        case RunPayloads payloads -> values.put(field.getName(), payloads.text());
        case Object value -> values.put(field.getName(), value.toString());
      }
    }
    return values;
  }

  private static Object value(RecordComponent field, Record fields) {
    try {
      return field.getAccessor().invoke(fields);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("The components of a public record can be read", e);
    }
  }

  private static String words(String name) {
    return name.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
  }
}
