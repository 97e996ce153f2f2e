package fanout.stub;

import fanout.fetch.Decoder;
import fanout.fetch.Decoding;
import fanout.fetch.Endpoint;
import fanout.os.Sha256;
import fanout.vocabulary.Content;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import tools.jackson.core.JacksonException;

/// What a stub responds with: a JSON array for each of the six endpoints.
public final class Payloads {
  private static final int DIGEST_DIGITS = 16;

  private final PayloadSource source;
  private final Map<Content, JsonBody> bodies;

  private Payloads(PayloadSource source, Map<Content, JsonBody> bodies) {
    this.source = source;
    this.bodies = bodies;
  }

  /// Bodies of jsonplaceholder's shape, number of items and, within 1 %, size: the same bytes on
  /// each call and machine.
  public static Payloads generated() {
    var bodies = new EnumMap<Content, JsonBody>(Content.class);
    for (var endpoint : Endpoint.SIX) {
      bodies.put(endpoint.content(), JsonBody.of(ItemGenerator.items(endpoint.content())));
    }
    return new Payloads(PayloadSource.GENERATED, bodies);
  }

  /// The files `posts.json`, `comments.json`, `albums.json`, `photos.json`, `todos.json` and
  /// `users.json` in `directory`, byte for byte. Each is a JSON array in UTF-8 whose items have
  /// every field of the endpoint's record once; more fields are allowed.
  ///
  /// @throws PayloadException if a file is missing, unreadable or not such an array
  public static Payloads from(Path directory) throws PayloadException {
    var client = new Decoder(Decoding.STRICT);
    var bodies = new EnumMap<Content, JsonBody>(Content.class);
    for (var endpoint : Endpoint.SIX) {
      var file = directory.resolve(endpoint.name() + ".json");
      bodies.put(endpoint.content(), read(file, endpoint, client));
    }
    return new Payloads(PayloadSource.USER, bodies);
  }

  /// Items that each generated body has.
  ///
  /// @throws IllegalArgumentException for [Content#ANY_JSON], which no endpoint of the stub has
  public static int generatedItems(Content content) {
    return switch (content) {
      case POSTS, ALBUMS -> 100;
      case COMMENTS -> 500;
      case PHOTOS -> 5000;
      case TODOS -> 200;
      case USERS -> 10;
      case ANY_JSON -> throw notServed(content);
    };
  }

  public PayloadSource source() {
    return source;
  }

  /// Items in the body of `content`.
  public int items(Content content) {
    return body(content).items();
  }

  /// Length of the body of `content`.
  public int bytes(Content content) {
    return body(content).bytes();
  }

  /// Sixteen hexadecimal digits of the SHA-256 of all bodies: equal where the bodies are.
  public String digest() {
    var digest = new Sha256();
    for (var endpoint : Endpoint.SIX) {
      var body = body(endpoint.content());
      digest.add("%s %s\n".formatted(endpoint.name(), body.bytes()));
      body.addTo(digest);
    }
    return digest.hex().substring(0, DIGEST_DIGITS);
  }

  /// Writes `mappings/` and `__files/` below `root`, which any WireMock can serve; files of the
  /// same names are replaced.
  public void writeTo(Path root) throws IOException {
    var mappings = Files.createDirectories(root.resolve("mappings"));
    var files = Files.createDirectories(root.resolve("__files"));
    for (var endpoint : Endpoint.SIX) {
      var fileName = endpoint.name() + ".json";
      var body = body(endpoint.content());
      body.writeTo(files.resolve(fileName));
      Files.write(
          mappings.resolve(fileName), Mapping.of(endpoint, fileName, body.bytes()).toJson());
    }
  }

  private JsonBody body(Content content) {
    var body = bodies.get(content);
    if (body == null) {
      throw notServed(content);
    }
    return body;
  }

  private static JsonBody read(Path file, Endpoint endpoint, Decoder client)
      throws PayloadException {
    if (!Files.isRegularFile(file)) {
      throw new PayloadException("The payload file " + file + " is missing.", null);
    }
    try {
      return JsonBody.parse(Files.readAllBytes(file), endpoint.content(), client);
    } catch (CharacterCodingException e) {
      throw new PayloadException("The payload file " + file + " is not in UTF-8.", e);
    } catch (IOException e) {
      throw new PayloadException("The payload file " + file + " cannot be read: " + e, e);
    } catch (JacksonException e) {
      throw new PayloadException(
          "The payload file %s %s.".formatted(file, JsonError.of(e, endpoint)), e);
    }
  }

  private static IllegalArgumentException notServed(Content content) {
    return new IllegalArgumentException("The stub has six endpoints, none of them is " + content);
  }
}
