package fanout.fetch;

/// A body that has come in full.
final class Received {
  private final Exchange exchange;
  private final byte[] body;

  Received(Exchange exchange, byte[] body) {
    this.exchange = exchange;
    this.body = body;
  }

  Exchange exchange() {
    return exchange;
  }

  byte[] body() {
    return body;
  }
}
