package fanout.stub;

import static java.nio.charset.StandardCharsets.UTF_8;

import fanout.fetch.Endpoint;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// One file of WireMock's `mappings/`: GET of one path, whatever its query, served from a file.
///
/// @param id the same on each run
/// @see <a href="https://wiremock.org/docs/stubbing/">WireMock's manual</a>
record Mapping(UUID id, String name, Request request, Response response) {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  record Request(String method, String urlPath) {}

  record Response(int status, Map<String, String> headers, String bodyFileName) {}

  /// @param bytes length of the file: WireMock sends chunks where a stub does not tell it
  static Mapping of(Endpoint endpoint, String fileName, int bytes) {
    var headers = new TreeMap<String, String>();
    headers.put("Content-Type", "application/json; charset=utf-8");
    headers.put("Content-Length", Integer.toString(bytes));
    return new Mapping(
        UUID.nameUUIDFromBytes(endpoint.name().getBytes(UTF_8)),
        endpoint.name(),
        new Request("GET", endpoint.location().getPath()),
        new Response(200, headers, fileName));
  }

  byte[] toJson() {
    return MAPPER.writeValueAsBytes(this);
  }
}
