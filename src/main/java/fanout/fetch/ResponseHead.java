package fanout.fetch;

import fanout.os.ForeignText;
import java.net.http.HttpClient.Version;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse.ResponseInfo;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// What the head of a response must say for its body to be read.
final class ResponseHead {
  static final int OK = 200;

  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

  /// What may be otherwise in a moment, as `curl --retry` has it.
  private static final Set<Integer> MAY_PASS = Set.of(408, 429, 500, 502, 503, 504);

  private static final String CONTENT_LENGTH = "Content-Length";
  private static final String RETRY_AFTER = "Retry-After";
  private static final Pattern LENGTH = Pattern.compile("\\d{1,18}");

  private ResponseHead() {}

  /// The length of the body; negative where the head does not say.
  ///
  /// @param maxBytes that a body may have
  /// @throws ResponseRejectedException if the body is not worth reading
  static long announcedBytes(ResponseInfo head, int maxBytes) throws ResponseRejectedException {
    requireOk(head);
    requirePlain(head.headers());
    long announced = length(head.headers());
    if (announced > maxBytes) {
      throw BodyReceiver.tooLong(maxBytes);
    }
    return announced;
  }

  private static void requireOk(ResponseInfo head) throws ResponseRejectedException {
    int status = head.statusCode();
    var headers = head.headers();
    if (head.version() != Version.HTTP_1_1) {
      throw new ResponseRejectedException(
          "responded in " + head.version() + " instead of HTTP_1_1");
    }
    if (REDIRECTS.contains(status)) {
      throw new ResponseRejectedException(
          "responded with %s, a redirect%s, which is not followed"
              .formatted(
                  status,
                  headers
                      .firstValue("Location")
                      .map(to -> " to " + ForeignText.printable(to))
                      .orElse("")));
    }
    if (status != OK) {
      throw new ResponseRejectedException(
          "responded with " + status + " instead of 200" + toldWait(headers),
          MAY_PASS.contains(status),
          retryAfter(headers));
    }
  }

  private static void requirePlain(HttpHeaders headers) throws ResponseRejectedException {
    for (var encoding : headers.allValues("Content-Encoding")) {
      if (!encoding.isBlank() && !"identity".equalsIgnoreCase(encoding.strip())) {
        throw new ResponseRejectedException(
            "sent a body compressed with "
                + ForeignText.printable(encoding)
                + ", which was not asked for");
      }
    }
    for (var encoding : headers.allValues("Transfer-Encoding")) {
      if (!"chunked".equalsIgnoreCase(encoding.strip())) {
        throw new ResponseRejectedException(
            "sent a body whose Transfer-Encoding is %s, and only chunked is understood"
                .formatted(quoted(encoding)));
      }
      if (headers.firstValue(CONTENT_LENGTH).isPresent()) {
        throw new ResponseRejectedException(
            "sent both a Content-Length and a Transfer-Encoding, which contradict each other");
      }
    }
  }

  private static long length(HttpHeaders headers) throws ResponseRejectedException {
    var lengths = headers.allValues(CONTENT_LENGTH).stream().map(String::strip).distinct().toList();
    if (lengths.size() > 1) {
      throw new ResponseRejectedException(
          "sent two different lengths: Content-Length is " + quoted(lengths));
    }
    for (var length : lengths) {
      if (!LENGTH.matcher(length).matches()) {
        throw new ResponseRejectedException("sent no length: Content-Length is " + quoted(length));
      }
    }
    return lengths.isEmpty() ? -1 : Long.parseLong(lengths.getFirst());
  }

  private static String toldWait(HttpHeaders headers) {
    return headers
        .firstValue(RETRY_AFTER)
        .map(when -> ", and Retry-After: " + ForeignText.printable(when))
        .orElse("");
  }

  /// In seconds or as a date; none where it is neither.
  private static Duration retryAfter(HttpHeaders headers) {
    var when = headers.firstValue(RETRY_AFTER).orElse("").strip();
    if (LENGTH.matcher(when).matches()) {
      return Duration.ofSeconds(Long.parseLong(when));
    }
    try {
      var date = ZonedDateTime.parse(when, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      var wait = Duration.between(Instant.now(), date);
      return wait.isNegative() ? Duration.ZERO : wait;
    } catch (DateTimeParseException _) {
      return Duration.ZERO;
    }
  }

  private static String quoted(List<String> values) {
    return String.join(" and ", values.stream().map(ResponseHead::quoted).toList());
  }

  private static String quoted(String value) {
    return '"' + ForeignText.printable(value) + '"';
  }
}
