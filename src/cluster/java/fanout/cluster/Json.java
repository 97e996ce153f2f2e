package fanout.cluster;

import java.io.IOException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// What coordinator and members say to each other, as JSON.
final class Json {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private Json() {}

  static byte[] write(Record message) {
    return MAPPER.writeValueAsBytes(message);
  }

  /// @throws IOException if it is no such message
  static <T extends Record> T read(byte[] json, Class<T> type) throws IOException {
    try {
      return MAPPER.readValue(json, type);
    } catch (JacksonException e) {
      throw new IOException("It is no " + type.getSimpleName() + ": " + e.getOriginalMessage(), e);
    }
  }
}
