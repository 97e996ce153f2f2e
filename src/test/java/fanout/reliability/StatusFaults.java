package fanout.reliability;

import static fanout.reliability.Fault.text;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Responses with another status than 200.
final class StatusFaults {
  private static final int[] PLAIN = {
    201, 202, 206, 400, 403, 404, 405, 406, 408, 409, 410, 413, 414, 415, 418, 421, 422, 426, 431,
    451, 500, 501, 502, 504, 505, 507, 511
  };

  private StatusFaults() {}

  static List<Fault> all() {
    var faults = new ArrayList<Fault>();
    IntStream.of(PLAIN).forEach(status -> faults.add(status(status)));
    faults.add(status(204, "X: y"));
    faults.add(status(205, "X: y"));
    faults.add(status(304, "X: y"));
    faults.add(status(301, "Location: /posts", "Content-Length: 0"));
    faults.add(status(302, "Location: " + FaultServer.FAULTY, "Content-Length: 0"));
    faults.add(status(303, "Content-Length: 0"));
    faults.add(status(307, "Location: http://nowhere.invalid/", "Content-Length: 0"));
    faults.add(status(308, "Location: /" + "x".repeat(300_000), "Content-Length: 0"));
    faults.add(
        status(401, "WWW-Authenticate: Basic realm=\"\u001b]0;x\u0007\"", "Content-Length: 0"));
    faults.add(status(407, "Proxy-Authenticate: Basic realm=x", "Content-Length: 0"));
    faults.add(status(429, "Retry-After: 120", "Content-Length: 0"));
    faults.add(status(503, "Retry-After: Fri, 31 Dec 2027 23:59:59 GMT", "Content-Length: 0"));
    return faults;
  }

  private static Fault status(int status) {
    return text("status " + status, "HTTP/1.1 " + status + " S\r\nContent-Length: 2\r\n\r\n[]");
  }

  private static Fault status(int status, String... headers) {
    return text(
        "status " + status,
        "HTTP/1.1 " + status + " S\r\n" + String.join("\r\n", headers) + "\r\n\r\n");
  }
}
