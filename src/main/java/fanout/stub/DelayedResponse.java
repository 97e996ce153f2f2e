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
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.IntUnaryOperator;

/// Delays a response by what its request asks for, or by what is drawn for it around the mean that
/// it asks for, or else by the stub's default; a request that asks for something else than a delay
/// is refused with 400. WireMock schedules a delayed response, no thread sleeps meanwhile.
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
    var request = serveEvent.getRequest();
    var fixed = request.queryParameter(DelaySchedule.PARAMETER);
    if (fixed.isPresent()) {
      return delayed(response, fixed, 0, millis -> millis);
    }
    var mean = request.queryParameter(DelaySchedule.MEAN_PARAMETER);
    return mean.isPresent()
        ? delayed(response, mean, 1, DelayedResponse::drawn)
        : delayed(response, defaultMillis);
  }

  private static Response delayed(
      Response response, QueryParameter parameter, int least, IntUnaryOperator delay) {
    var millis = millis(parameter, least);
    return millis.isPresent()
        ? delayed(response, delay.applyAsInt(millis.getAsInt()))
        : refusal(parameter, least);
  }

  private static int drawn(int meanMillis) {
    double share = ThreadLocalRandom.current().nextDouble(Double.MIN_VALUE, 1);
    return Math.min(new LogNormalDelay(meanMillis).millis(share), DelaySchedule.MAX_MILLIS);
  }

  private static Response delayed(Response response, long millis) {
    return millis == 0
        ? response
        : Response.Builder.like(response).incrementInitialDelay(millis).build();
  }

  private static OptionalInt millis(QueryParameter parameter, int least) {
    try {
      int millis = Integer.parseInt(parameter.firstValue());
      return parameter.isSingleValued() && millis >= least && millis <= DelaySchedule.MAX_MILLIS
          ? OptionalInt.of(millis)
          : OptionalInt.empty();
    } catch (NumberFormatException _) {
      return OptionalInt.empty();
    }
  }

  private static Response refusal(QueryParameter parameter, int least) {
    var sentence =
        "%s must be one whole number from %s to %s, got: %s%n"
            .formatted(
                parameter.key(),
                least,
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
