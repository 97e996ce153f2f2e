package fanout.stub;

import tools.jackson.core.JacksonException;

/// What a JSON parser complained about, in one line without the names of Java classes.
final class JsonComplaint {
  private JsonComplaint() {}

  static String of(JacksonException e) {
    var location = e.getLocation();
    var where =
        location == null || location.getLineNr() < 1
            ? ""
            : " (line %d, column %d)".formatted(location.getLineNr(), location.getColumnNr());
    return firstLine(e.getOriginalMessage()) + where;
  }

  private static String firstLine(String message) {
    return message.lines().findFirst().orElse("malformed");
  }
}
