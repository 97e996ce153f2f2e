package fanout.fetch;

import fanout.os.ForeignText;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.MismatchedInputException;

/// Says in words why a body is not the JSON that was expected: Jackson's own speak of Java's types,
/// and of its features.
final class JsonMessages {
  private static final Pattern MISSING = Pattern.compile("Missing .*property '(.+?)'.*");
  private static final Pattern NULL = Pattern.compile("Null value for .*property '(.+?)'.*");

  private static final Pattern TWICE = Pattern.compile("Duplicate Object property (\".+\")");

  /// Advice to the programmer.
  private static final Pattern ADVICE = Pattern.compile("(: |; | \\(\\d+, from `| of `).*");

  private JsonMessages() {}

  /// Reads on from "GET http://…".
  static String of(JacksonException failure) {
    return "responded with what is not JSON of the expected shape: "
        + ForeignText.printable(what(failure));
  }

  private static String what(JacksonException failure) {
    return switch (failure) {
      case MismatchedInputException mismatch -> mismatch(mismatch);
      case DatabindException e -> ADVICE.matcher(firstLine(e)).replaceFirst("");
      default -> broken(firstLine(failure)) + place(failure);
    };
  }

  private static String broken(String message) {
    var twice = TWICE.matcher(message);
    return twice.matches()
        ? twice.group(1) + " is there twice"
        : ADVICE.matcher(message).replaceFirst("");
  }

  private static String mismatch(MismatchedInputException failure) {
    var message = firstLine(failure);
    var place = path(failure.getPath());
    var missing = MISSING.matcher(message);
    if (missing.matches()) {
      return field(place, missing.group(1)) + " is missing";
    }
    var none = NULL.matcher(message);
    if (none.matches()) {
      return field(place, none.group(1)) + " is null";
    }
    if (message.startsWith("No content")) {
      return "the body is empty";
    }
    if (message.startsWith("Trailing token")) {
      return "more follows after its end";
    }
    return (place.isEmpty() ? "it" : place) + " is not " + expected(failure.getTargetType());
  }

  private static String expected(@Nullable Class<?> type) {
    if (type == null || type == String.class) {
      return "a text";
    }
    if (type == int.class) {
      return "an integer";
    }
    if (type == boolean.class) {
      return "true or false";
    }
    return List.class.isAssignableFrom(type) ? "a list" : "an object";
  }

  /// `[3].address.city`.
  private static String path(List<JacksonException.Reference> references) {
    var path = new StringBuilder();
    for (var reference : references) {
      var property = reference.getPropertyName();
      if (property == null) {
        path.append('[').append(reference.getIndex()).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(property);
      }
    }
    return path.toString();
  }

  /// The path of a field: that of what lacks it, or its own already.
  private static String field(String place, String name) {
    return place.endsWith("." + name) || place.equals(name) ? place : place + "." + name;
  }

  private static String place(JacksonException failure) {
    var place = failure.getLocation();
    return place == null || place.getLineNr() < 1
        ? ""
        : " at line " + place.getLineNr() + ", column " + place.getColumnNr();
  }

  private static String firstLine(JacksonException failure) {
    return failure.getOriginalMessage().lines().findFirst().orElse("");
  }
}
