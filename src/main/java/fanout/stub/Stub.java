package fanout.stub;

import java.net.URI;

/// A server that answers for the six endpoints, and how long its user needs it.
public interface Stub extends AutoCloseable {
  /// System property that tells a JVM the base URI of a stub that serves it, such as
  /// `http://127.0.0.1:8080`.
  String URI_PROPERTY = "fanout.stub.uri";

  /// System property that tells a JVM what that stub serves: a [PayloadSource] in lower case;
  /// `user` where it is not set.
  String PAYLOADS_PROPERTY = "fanout.stub.payloads";

  /// Where paths such as `/users` are resolved against; without a path of its own.
  URI baseUri();

  /// Where a GET is answered with the number of requests so far, but for such questions.
  default URI requestCountUri() {
    return baseUri().resolve(RequestCount.PATH);
  }

  /// Where the bodies come from: only of [PayloadSource#GENERATED] the numbers of items are known
  /// without asking.
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
