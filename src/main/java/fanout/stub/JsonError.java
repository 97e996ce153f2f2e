package fanout.stub;

import fanout.fetch.Decoder;
import fanout.fetch.Endpoint;
import java.lang.reflect.RecordComponent;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;

/// What is wrong with a payload, in words without the names of Java classes.
final class JsonError {
  private JsonError() {}

  /// Ends a sentence that begins with the file: `is not JSON: see line 1, column 2`.
  static String of(JacksonException e, Endpoint endpoint) {
    return expected(e, endpoint) + place(e);
  }

  private static String expected(JacksonException e, Endpoint endpoint) {
    if (e.getOriginalMessage().startsWith("Duplicate Object property")) {
      return "has a field twice";
    }
    return e instanceof StreamReadException
        ? "is not JSON"
        : "is not a JSON array of %s with the fields %s"
            .formatted(endpoint.name(), fields(Decoder.itemType(endpoint.content())));
  }

  private static String fields(Class<?> itemType) {
    return Stream.of(itemType.getRecordComponents())
        .map(RecordComponent::getName)
        .collect(Collectors.joining(", "));
  }

  private static String place(JacksonException e) {
    var location = e.getLocation();
    return location == null || location.getLineNr() < 1
        ? ""
        : ": see line %s, column %s".formatted(location.getLineNr(), location.getColumnNr());
  }
}
