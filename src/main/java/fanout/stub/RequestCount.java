package fanout.stub;

import com.github.tomakehurst.wiremock.admin.Router;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.AdminApiExtension;
import com.github.tomakehurst.wiremock.extension.requestfilter.RequestFilterAction;
import com.github.tomakehurst.wiremock.extension.requestfilter.StubRequestFilterV2;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.RequestMethod;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.util.concurrent.atomic.LongAdder;

/// Counts the requests that come to the stub, whatever the response, and tells their number to who
/// asks: WireMock knows it only from its journal, which is off.
final class RequestCount implements StubRequestFilterV2, AdminApiExtension {
  private static final String ROUTE = "/request-count";

  /// Answers with the number alone, as text.
  static final String PATH = "/__admin" + ROUTE;

  private final LongAdder requests = new LongAdder();

  @Override
  public String getName() {
    return "request-count";
  }

  @Override
  public RequestFilterAction filter(Request request, ServeEvent serveEvent) {
    requests.increment();
    return RequestFilterAction.continueWith(request);
  }

  @Override
  public void contributeAdminApiRoutes(Router router) {
    router.add(
        RequestMethod.GET,
        ROUTE,
        (_, _, _) ->
            ResponseDefinitionBuilder.responseDefinition()
                .withStatus(200)
                .withHeader("Content-Type", "text/plain; charset=utf-8")
                .withBody(Long.toString(requests.sum()))
                .build());
  }
}
