package fanout.suite.report;

import fanout.chart.PrintableText;
import fanout.suite.result.Environment.Fingerprint;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/// What keeps two runs from being comparable.
final class FingerprintDifferences {
  private FingerprintDifferences() {}

  /// A sentence for each field that differs, with both values.
  static List<String> of(Fingerprint a, Fingerprint b) {
    var sentences = new ArrayList<String>();
    for (var field : Fingerprint.class.getRecordComponents()) {
      var before = value(field, a);
      var after = value(field, b);
      if (!Objects.equals(before, after)) {
        sentences.add(
            PrintableText.sentence(
                "The runs differ in %s: A has %s, B has %s."
                    .formatted(words(field.getName()), before, after)));
      }
    }
    return sentences;
  }

  private static Object value(RecordComponent field, Fingerprint fingerprint) {
    try {
      return field.getAccessor().invoke(fingerprint);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("The components of a public record can be read", e);
    }
  }

  private static String words(String name) {
    return name.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
  }
}
