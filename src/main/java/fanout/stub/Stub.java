package fanout.stub;

import java.net.URI;

/// A server that responds for the six endpoints, and how long its user needs it.
public interface Stub extends AutoCloseable {
  /// System property with the base URI of a stub that serves a JVM, such as
  /// `http://127.0.0.1:8080`.
  String URI_PROPERTY = "fanout.stub.uri";

  /// System property with what that stub serves: a [PayloadSource] in lower case; `user` where it
  /// is not set.
  String PAYLOADS_PROPERTY = "fanout.stub.payloads";

  /// Where paths such as `/users` are resolved against; without a path of its own.
  URI baseUri();

  /// Where the response to a GET is the number of requests so far, but for these.
  default URI requestCountUri() {
    return baseUri().resolve(RequestCount.PATH);
  }

  /// Where the bodies come from: only of [PayloadSource#GENERATED] the numbers of items are known
  /// without a request.
  PayloadSource payloadSource();

  /// Ends the server if it was started for this handle alone; does nothing the second time.
  @Override
  void close();

  /// The stub that [#URI_PROPERTY] names, which stays when the handle is closed; where the property
  /// is not set, a [StubProcess] with generated payloads that ends with the handle.
  ///
  /// @throws StubException if a property is malformed, or the process does not start
  static Stub ofThisFork() throws StubException {
    var uri = System.getProperty(URI_PROPERTY);
    return uri == null
        ? StubProcess.start(Payloads.generated())
        : SharedStub.of(uri, System.getProperty(PAYLOADS_PROPERTY, "user"));
  }
}
