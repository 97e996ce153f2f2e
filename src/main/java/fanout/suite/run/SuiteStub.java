package fanout.suite.run;

import fanout.stub.PayloadSource;
import fanout.stub.Payloads;
import fanout.stub.Stub;
import fanout.stub.StubException;
import fanout.stub.StubProcess;
import fanout.stub.StubWarmUp;
import fanout.suite.result.RunPayloads;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The stub that all forks of a run share: an own one in its own JVM, or one that the user names.
final class SuiteStub implements AutoCloseable {
  private final @Nullable StubProcess own;
  private final URI baseUri;
  private final PayloadSource source;
  private final RunPayloads payloads;

  private SuiteStub(
      @Nullable StubProcess own, URI baseUri, PayloadSource source, RunPayloads payloads) {
    this.own = own;
    this.baseUri = baseUri;
    this.source = source;
    this.payloads = payloads;
  }

  static SuiteStub open(RunSettings settings) throws IOException {
    var url = settings.stubUrl();
    if (url != null) {
      return new SuiteStub(null, URI.create(url), PayloadSource.USER, RunPayloads.OF_ANOTHER_STUB);
    }
    var folder = settings.payloads();
    var payloads = folder == null ? Payloads.generated() : Payloads.from(folder);
    var own = StubProcess.start(payloads);
    return new SuiteStub(
        own,
        own.baseUri(),
        payloads.source(),
        RunPayloads.of(payloads.source().propertyValue(), payloads.digest()));
  }

  URI baseUri() {
    return baseUri;
  }

  /// Keeps it busy until it is steady, but no longer than `bound`.
  ///
  /// @return whether it is steady
  boolean warmUp(Duration bound) throws StubException, InterruptedException {
    return StubWarmUp.run(baseUri, bound).steady();
  }

  /// What forks need to find it.
  List<String> jvmArgs() {
    return List.of(
        "-D" + Stub.URI_PROPERTY + "=" + baseUri,
        "-D" + Stub.PAYLOADS_PROPERTY + "=" + source.propertyValue());
  }

  /// For the fingerprint: `own`, or its URL.
  String description() {
    return own == null ? baseUri.toString() : "own";
  }

  /// For the fingerprint: where the bodies come from, and a digest of them.
  RunPayloads payloads() {
    return payloads;
  }

  @Override
  public void close() {
    if (own != null) {
      own.close();
    }
  }
}
