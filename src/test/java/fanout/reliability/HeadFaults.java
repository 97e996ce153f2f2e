package fanout.reliability;

import static fanout.reliability.Fault.response;
import static fanout.reliability.Fault.text;
import static fanout.reliability.Peer.head;

import java.time.Duration;
import java.util.List;

/// Heads that are none, and lengths that are wrong.
final class HeadFaults {
  private HeadFaults() {}

  static List<Fault> all() {
    return List.of(
        text("HTTP/0.9", "[]"),
        text("HTTP/1.0", "HTTP/1.0 200 OK\r\nConnection: close\r\nContent-Length: 2\r\n\r\n[]"),
        text("HTTP/2.0 in the status line", "HTTP/2.0 200 OK\r\nContent-Length: 2\r\n\r\n[]"),
        text("random bytes", "\0\1\2\u001b[31m\r\n\r\n\u00ff\u00fe"),
        text("status line without a status", "HTTP/1.1\r\n\r\n"),
        text("status that is no number", "HTTP/1.1 abc OK\r\n\r\n"),
        text("status 99", "HTTP/1.1 99 Low\r\nContent-Length: 2\r\n\r\n[]"),
        text("status 999", "HTTP/1.1 999 High\r\nContent-Length: 2\r\n\r\n[]"),
        text(
            "header without a colon",
            "HTTP/1.1 200 OK\r\nNonsense\r\nConnection: close\r\nContent-Length: 2\r\n\r\n[]"),
        text("header with a control byte", head("X: a\u0007\u001b[2J", "Content-Length: 2") + "[]"),
        response("header of 1 MB", peer -> peer.send(head("X: " + "x".repeat(1 << 20)))),
        response(
            "endless header",
            peer -> {
              peer.send("HTTP/1.1 200 OK\r\nX: ");
              while (true) {
                peer.send("x".repeat(100)).hold(Duration.ofMillis(1));
              }
            }),
        text("Content-Length that is no number", head("Content-Length: abc") + "[]"),
        text("negative Content-Length", head("Content-Length: -2") + "[]"),
        text("Content-Length beyond 63 bits", head("Content-Length: 99999999999999999999") + "[]"),
        text(
            "two Content-Lengths that differ",
            head("Content-Length: 2", "Content-Length: 3") + "[] "),
        text(
            "Content-Length and chunks",
            head("Content-Length: 2", "Transfer-Encoding: chunked") + "2\r\n[]\r\n0\r\n\r\n"),
        response(
            "1 GiB announced, one byte sent",
            peer -> peer.send(head("Content-Length: " + (1 << 30))).send("[").stall()),
        response(
            "50 MB announced, one byte sent",
            peer -> peer.send(head("Content-Length: 50000000")).send("[").stall()),
        response(
            "chunk length that is no number",
            peer -> peer.send(head("Transfer-Encoding: chunked")).send("zz\r\n[]\r\n").stall()),
        response(
            "chunk of 2^63 bytes",
            peer ->
                peer.send(head("Transfer-Encoding: chunked"))
                    .send("8000000000000000\r\n[")
                    .stall()),
        text("chunks without an end", head("Transfer-Encoding: chunked") + "2\r\n[]\r\n"),
        text(
            "chunk longer than its length",
            head("Transfer-Encoding: chunked") + "1\r\n[]\r\n0\r\n\r\n"),
        text(
            "gzip that was not asked for",
            head("Content-Encoding: gzip", "Content-Length: 2") + "\u001f\u008b"),
        text("unknown transfer encoding", head("Transfer-Encoding: rot13") + "[]"));
  }
}
