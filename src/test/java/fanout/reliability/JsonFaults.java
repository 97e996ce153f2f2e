package fanout.reliability;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.List;

/// Bodies that are not the JSON that was expected.
final class JsonFaults {
  private static final String PHOTO =
      "{\"albumId\": 1, \"id\": 2, \"title\": \"t\", \"url\": \"u\", \"thumbnailUrl\": \"v\"}";

  private JsonFaults() {}

  static List<Fault> all() {
    return List.of(
        json("empty body", ""),
        json("blank body", "  \n "),
        json("page of HTML", "<!DOCTYPE html><html><body>Maintenance</body></html>"),
        json("ends in an object", "[" + PHOTO + ", {\"albumId\": 1"),
        json("ends in a string", "[{\"albumId\": 1, \"id\": 2, \"title\": \"t"),
        json("object instead of a list", PHOTO),
        json("null instead of a list", "null"),
        json("null in the list", "[null]"),
        json("number in the list", "[1]"),
        json("field missing", photo("\"id\": 2, ", "")),
        json("field null", photo("\"t\"", "null")),
        json("field twice", photo("\"id\": 2", "\"id\": 2, \"id\": 3")),
        json("field twice, late", photo("\"v\"", "\"v\", \"id\": 3")),
        json("1.9 for an integer", photo("\"id\": 2", "\"id\": 1.9")),
        json("1e3 for an integer", photo("\"id\": 2", "\"id\": 1e3")),
        json("integer beyond 32 bits", photo("\"id\": 2", "\"id\": 4294967296")),
        json("string for an integer", photo("\"id\": 2", "\"id\": \"2\"")),
        json("empty string for an integer", photo("\"id\": 2", "\"id\": \"\"")),
        json("true for an integer", photo("\"id\": 2", "\"id\": true")),
        json("number for a string", photo("\"t\"", "7")),
        json("true for a string", photo("\"t\"", "true")),
        json("list for a string", photo("\"t\"", "[\"t\"]")),
        json("NaN", photo("\"id\": 2", "\"id\": NaN")),
        json("comment", "[" + PHOTO + "] // that is all"),
        json("single quotes", "[" + PHOTO.replace('"', '\'') + "]"),
        json("more after the end", "[" + PHOTO + "] []"),
        json("comma at the end", "[" + PHOTO + ",]"),
        json("control bytes in a string", photo("\"t\"", "\"\u001b[31m\"")),
        json("control bytes in a name", photo("\"id\"", "\"\u001b[2Jid\"")),
        json("direction marks", "[\u202e\u2066" + PHOTO + "]"),
        json("100,000 levels", "[".repeat(100_000)),
        json("name of 100,000 characters", photo("\"id\"", "\"" + "x".repeat(100_000) + "\"")),
        json("number of 100,000 digits", photo("2", "2".repeat(100_000))),
        Fault.body("UTF-16, big endian", ("[" + PHOTO + "]").getBytes(UTF_16BE)),
        Fault.body("UTF-16, little endian", ("[" + PHOTO + "]").getBytes(UTF_16LE)),
        Fault.body("not UTF-8", brokenUtf8()));
  }

  /// Bodies that are longer than a fetch may receive.
  static List<Fault> large() {
    return List.of(
        Fault.response(
            "200 MB with their length",
            peer -> {
              peer.send(Peer.head("Content-Length: 200000000")).send("[");
              sendBlanks(peer);
            }),
        Fault.response(
            "200 MB without a length",
            peer -> {
              peer.send(Peer.head("Cache-Control: no-store")).send("[");
              sendBlanks(peer);
            }));
  }

  private static void sendBlanks(Peer peer) throws java.io.IOException {
    var blanks = new byte[1_000_000];
    Arrays.fill(blanks, (byte) ' ');
    for (int sent = 0; sent < 200; sent++) {
      peer.send(blanks);
    }
  }

  private static Fault json(String name, String body) {
    return Fault.body(name, body.getBytes(UTF_8));
  }

  private static String photo(String part, String instead) {
    return "[" + PHOTO.replace(part, instead) + "]";
  }

  private static byte[] brokenUtf8() {
    byte[] body = ("[" + PHOTO + "]").getBytes(UTF_8);
    body[new String(body, UTF_8).indexOf("\"t\"") + 1] = (byte) 0xc3;
    return body;
  }
}
