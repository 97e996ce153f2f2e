package fanout.fetch;

import com.fasterxml.jackson.annotation.Nulls;
import fanout.vocabulary.Content;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.MutableCoercionConfig;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/// Decodes the JSON of a response into records. Thread-safe; building one takes tens of
/// milliseconds in a cold JVM, so build one and keep it.
///
/// A field that a record lacks is passed over; a field that the JSON lacks is an error, and so are
/// null for a field or an item, a value of another kind, such as `1.9` or `"1"` for an integer, and
/// any encoding but UTF-8. A field that is there twice is an error in [Content#ANY_JSON], and in a
/// record where the [Decoding] is strict.
public final class Decoder {
  private final JsonMapper json;

  /// Made when the first response of their kind comes: a worker process may never see the others.
  private final Map<Content, ObjectReader> readers = new ConcurrentHashMap<>();

  public Decoder(Decoding decoding) {
    var factory =
        JsonFactory.builder()
            .disable(TokenStreamFactory.Feature.CHARSET_DETECTION)
            .configure(StreamReadFeature.STRICT_DUPLICATE_DETECTION, decoding == Decoding.STRICT)
            .build();
    json =
        JsonMapper.builder(factory)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .withCoercionConfig(LogicalType.Textual, Decoder::takeTextAlone)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .addModule(new RecordConstructors())
            .changeDefaultNullHandling(nulls -> nulls.withContentNulls(Nulls.FAIL))
            .build();
  }

  /// The items of a response, in its order; each is a [#itemType].
  ///
  /// @throws JacksonException if `body` is not JSON of the shape that `content` has
  public List<?> decode(Content content, byte[] body) {
    return switch (content) {
      case POSTS, COMMENTS, ALBUMS, PHOTOS, TODOS, USERS -> decodeList(content, body);
      case ANY_JSON -> decodeAny(body);
    };
  }

  /// The type that one item is decoded into.
  public static Class<?> itemType(Content content) {
    return switch (content) {
      case POSTS -> Post.class;
      case COMMENTS -> Comment.class;
      case ALBUMS -> Album.class;
      case PHOTOS -> Photo.class;
      case TODOS -> Todo.class;
      case USERS -> User.class;
      case ANY_JSON -> JsonNode.class;
    };
  }

  /// How many items [#decode] finds.
  ///
  /// @throws JacksonException if `body` is not JSON of the shape that `content` has
  public int countItems(Content content, byte[] body) {
    return decode(content, body).size();
  }

  private List<?> decodeList(Content content, byte[] body) {
    @Nullable List<?> items = reader(content).readValue(body);
    if (items == null) {
      throw mismatch("null instead of an array");
    }
    return items;
  }

  private ObjectReader reader(Content content) {
    var reader = readers.get(content);
    return reader == null
        ? readers.computeIfAbsent(content, _ -> json.readerForListOf(itemType(content)))
        : reader;
  }

  private List<?> decodeAny(byte[] body) {
    var document = json.readTree(body);
    if (document.isMissingNode()) {
      throw mismatch("the body is empty");
    }
    return document.isArray() ? new ArrayList<JsonNode>(document.values()) : List.of(document);
  }

  private static void takeTextAlone(MutableCoercionConfig text) {
    for (var shape :
        List.of(CoercionInputShape.Integer, CoercionInputShape.Float, CoercionInputShape.Boolean)) {
      text.setCoercion(shape, CoercionAction.Fail);
    }
  }

  private static DatabindException mismatch(String what) {
    return DatabindException.from((JsonParser) null, what);
  }
}
