package fanout.cli.fetch;

import fanout.cli.ServerUrl;
import fanout.fetch.Endpoint;
import fanout.stub.Payloads;
import fanout.stub.Stub;
import fanout.stub.StubProcess;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What `scripts/fetch` fetches, and the stub that serves it where it is the program's own.
final class FetchSource implements AutoCloseable {
  private final URI baseUri;
  private final List<Endpoint> endpoints;
  private final @Nullable Stub stub;

  private FetchSource(URI baseUri, List<Endpoint> endpoints, @Nullable Stub stub) {
    this.baseUri = baseUri;
    this.endpoints = endpoints;
    this.stub = stub;
  }

  /// What was asked for.
  static FetchSource open(BatchOptions options) throws IOException {
    if (options.stub() != null) {
      var server = ServerUrl.requireServer("--stub", options.stub());
      return new FetchSource(server, Endpoint.SIX, null);
    }
    if (!options.urls().isEmpty()) {
      return of(Endpoints.of(options.urls()));
    }
    if (options.urlFile() != null) {
      return of(Endpoints.read(options.urlFile()));
    }
    var stub = StubProcess.start(Payloads.generated());
    return new FetchSource(stub.baseUri(), Endpoint.SIX, stub);
  }

  URI baseUri() {
    return baseUri;
  }

  List<Endpoint> endpoints() {
    return endpoints;
  }

  @Override
  public void close() {
    if (stub != null) {
      stub.close();
    }
  }

  private static FetchSource of(List<Endpoint> absolute) {
    return new FetchSource(absolute.getFirst().location(), absolute, null);
  }
}
