package fanout.stub;

import static java.nio.charset.StandardCharsets.UTF_8;

import fanout.fetch.Decoder;
import fanout.os.Sha256;
import fanout.vocabulary.Content;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/// The body of one endpoint: a JSON array of items.
final class JsonBody {
  /// As jsonplaceholder does it: two spaces, each item on lines of its own, `"id": 1`.
  private static final ObjectWriter PRETTY_WRITER =
      JsonMapper.builder()
          .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .build()
          .writer()
          .with(prettyPrinter());

  private final byte[] json;
  private final int items;

  private JsonBody(byte[] json, int items) {
    this.json = json;
    this.items = items;
  }

  static JsonBody of(List<?> items) {
    return new JsonBody(PRETTY_WRITER.writeValueAsBytes(items), items.size());
  }

  /// Takes `utf8Json` as it is, if a client finds an array of `content` in it.
  ///
  /// @param client decodes as every client does
  /// @throws CharacterCodingException if it is not UTF-8
  /// @throws JacksonException if it is not such an array
  static JsonBody parse(byte[] utf8Json, Content content, Decoder client)
      throws CharacterCodingException {
    var _ = UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8Json));
    return new JsonBody(utf8Json, client.countItems(content, utf8Json));
  }

  int items() {
    return items;
  }

  int bytes() {
    return json.length;
  }

  void writeTo(Path file) throws IOException {
    Files.write(file, json);
  }

  void addTo(Sha256 digest) {
    digest.add(json);
  }

  private static DefaultPrettyPrinter prettyPrinter() {
    var indenter = new DefaultIndenter("  ", "\n");
    var separators =
        Separators.createDefaultInstance().withObjectNameValueSpacing(Separators.Spacing.AFTER);
    return new DefaultPrettyPrinter(separators)
        .withArrayIndenter(indenter)
        .withObjectIndenter(indenter);
  }
}
