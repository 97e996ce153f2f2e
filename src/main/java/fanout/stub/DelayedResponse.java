package fanout.stub;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.tomakehurst.wiremock.extension.ResponseTransformerV2;
import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.HttpHeaders;
import com.github.tomakehurst.wiremock.http.QueryParameter;
import com.github.tomakehurst.wiremock.http.Response;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.time.Duration;
import java.util.OptionalInt;

/// Delays a response by what its request asks for, or else by the stub's default; a request that
/// asks for something else than a delay is refused with 400. WireMock schedules a delayed response,
/// no thread sleeps meanwhile.
final class DelayedResponse implements ResponseTransformerV2 {
  private final long defaultMillis;

  DelayedResponse(Duration defaultDelay) {
    this.defaultMillis = defaultDelay.toMillis();
  }

  @Override
  public String getName() {
    return "delayed-response";
  }

  @Override
  public Response transform(Response response, ServeEvent serveEvent) {
    var parameter = serveEvent.getRequest().queryParameter(DelaySchedule.PARAMETER);
    if (!parameter.isPresent()) {
      return delayed(response, defaultMillis);
    }
    var millis = millis(parameter);
    return millis.isPresent() ? delayed(response, millis.getAsInt()) : refusal(parameter);
  }

  private static Response delayed(Response response, long millis) {
    return millis == 0
        ? response
        : Response.Builder.like(response).incrementInitialDelay(millis).build();
  }

  private static OptionalInt millis(QueryParameter parameter) {
    try {
      int millis = Integer.parseInt(parameter.firstValue());
      return parameter.isSingleValued() && millis >= 0 && millis <= DelaySchedule.MAX_MILLIS
          ? OptionalInt.of(millis)
          : OptionalInt.empty();
    } catch (NumberFormatException _) {
      return OptionalInt.empty();
    }
  }

  private static Response refusal(QueryParameter parameter) {
    var sentence =
        "%s must be one whole number from 0 to %s, got: %s%n"
            .formatted(
                DelaySchedule.PARAMETER,
                DelaySchedule.MAX_MILLIS,
                String.join(", ", parameter.values()));
    byte[] body = sentence.getBytes(UTF_8);
    return Response.response()
        .status(400)
        .headers(
            new HttpHeaders(
                new HttpHeader("Content-Type", "text/plain; charset=utf-8"),
                new HttpHeader("Content-Length", Integer.toString(body.length))))
        .body(body)
        .build();
  }
}
