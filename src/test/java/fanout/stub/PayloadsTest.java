package fanout.stub;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import fanout.fetch.Endpoint;
import fanout.vocabulary.Content;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class PayloadsTest {
  private static final JsonMapper MAPPER = new JsonMapper();

  @TempDir static Path generatedFolder;

  private static final Payloads GENERATED = Payloads.generated();

  @BeforeAll
  static void write() throws IOException {
    GENERATED.writeTo(generatedFolder);
  }

  @ParameterizedTest
  @CsvSource({
    "POSTS, 100, 27520",
    "COMMENTS, 500, 157745",
    "ALBUMS, 100, 9333",
    "PHOTOS, 5000, 1071472",
    "TODOS, 200, 24311",
    "USERS, 10, 5645"
  })
  void isAsLargeAsJsonplaceholder(Content content, int items, int bytes) throws IOException {
    assertThat(json(content)).hasSize(items);
    assertThat(Files.size(body(content))).isCloseTo(bytes, Percentage.withPercentage(1));
    assertThat(GENERATED.items(content)).isEqualTo(Payloads.generatedItems(content));
    assertThat(GENERATED.bytes(content)).isEqualTo((int) Files.size(body(content)));
  }

  @Test
  void looksAsJsonplaceholderPrintsIt() throws IOException {
    assertThat(Files.readString(body(Content.TODOS)))
        .matches(
            """
            \\[
              \\{
                "userId": 1,
                "id": 1,
                "title": "[a-z ]+",
                "completed": (true|false)
              \\},
            (?s:.*)
              \\}
            \\]\
            """);
  }

  @ParameterizedTest
  @ValueSource(strings = {"POSTS", "COMMENTS", "ALBUMS", "PHOTOS", "TODOS", "USERS"})
  void idsCountFromOne(Content content) throws IOException {
    var items = json(content);
    for (int i = 0; i < items.size(); i++) {
      assertThat(items.get(i).get("id").asInt()).isEqualTo(i + 1);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "POSTS, userId, 10, 10",
    "COMMENTS, postId, 100, 5",
    "ALBUMS, userId, 10, 10",
    "PHOTOS, albumId, 100, 50",
    "TODOS, userId, 10, 20"
  })
  void everyOwnerHasAsMany(Content content, String ownerField, int owners, int itemsEach)
      throws IOException {
    Map<Integer, Integer> itemsOfOwner = new HashMap<>();
    json(content)
        .forEach(item -> itemsOfOwner.merge(item.get(ownerField).asInt(), 1, Integer::sum));
    assertThat(itemsOfOwner).hasSize(owners).containsOnlyKeys(keys(owners));
    assertThat(itemsOfOwner.values()).containsOnly(itemsEach);
  }

  @Test
  void isTheSameEverywhere() {
    assertThat(Payloads.generated().digest())
        .as("bodies that differ make runs that cannot be compared: change this on purpose only")
        .isEqualTo("6390c6fcb6fef9f6");
  }

  @Test
  void isTheSameInEveryLocale() {
    var before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG"));
      assertThat(Payloads.generated().digest()).isEqualTo("6390c6fcb6fef9f6");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void hasNoBodyForAnyJson() {
    assertThatIllegalArgumentException().isThrownBy(() -> GENERATED.bytes(Content.ANY_JSON));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Payloads.generatedItems(Content.ANY_JSON));
  }

  @Test
  void takesTheFilesOfTheUserByteForByte(@TempDir Path own, @TempDir Path served)
      throws IOException {
    copyBodies(own);
    Files.writeString(
        own.resolve("albums.json"), "[{\"id\":7,\"userId\":1,\"title\":\"é\",\"x\":0}]");

    var payloads = Payloads.from(own);
    payloads.writeTo(served);

    assertThat(payloads.source()).isEqualTo(PayloadSource.USER);
    assertThat(payloads.items(Content.ALBUMS)).isEqualTo(1);
    assertThat(payloads.digest()).isNotEqualTo(GENERATED.digest());
    assertThat(served.resolve("__files/albums.json"))
        .hasSameBinaryContentAs(own.resolve("albums.json"));
  }

  @Test
  void knowsEqualBodiesByTheirDigest(@TempDir Path own) throws IOException {
    copyBodies(own);
    assertThat(Payloads.from(own).digest()).isEqualTo(GENERATED.digest());
  }

  @Test
  void namesTheFileThatIsMissing(@TempDir Path own) throws IOException {
    copyBodies(own);
    var missing = own.resolve("photos.json");
    Files.delete(missing);

    assertThatExceptionOfType(PayloadException.class)
        .isThrownBy(() -> Payloads.from(own))
        .withMessage("The payload file " + missing + " is missing.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[null]",
        "{\"id\": 1}",
        "[1, 2]",
        "[{\"id\": 1}]",
        "[{\"userId\": 1, \"id\": 1, \"title\": null}]",
        "[{\"userId\": 1, \"id\": \"one\", \"title\": \"t\"}]",
        "[{\"userId\": 1, \"id\": 1, \"title\": \"t\"}] []"
      })
  void namesTheFileThatHoldsSomethingElse(String content, @TempDir Path own) throws IOException {
    copyBodies(own);
    var file = Files.writeString(own.resolve("albums.json"), content);

    assertThatExceptionOfType(PayloadException.class)
        .isThrownBy(() -> Payloads.from(own))
        .withMessageMatching(
            Pattern.quote("The payload file " + file)
                + " is not a JSON array of albums with the fields userId, id, title"
                + "(: see line 1, column \\d+)?\\.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"hello", "[{\"userId\": 1, \"id\": 1, \"title\": \"t\"}", "[{\"userId\": 1,}]"})
  void namesTheFileThatIsNotJson(String content, @TempDir Path own) throws IOException {
    copyBodies(own);
    var file = Files.writeString(own.resolve("albums.json"), content);

    assertThatExceptionOfType(PayloadException.class)
        .isThrownBy(() -> Payloads.from(own))
        .withMessageMatching(
            Pattern.quote("The payload file " + file) + " is not JSON: see line 1, column \\d+\\.");
  }

  @Test
  void namesTheFileThatHasAFieldTwice(@TempDir Path own) throws IOException {
    copyBodies(own);
    var file =
        Files.writeString(
            own.resolve("albums.json"),
            "[{\"userId\": 1, \"id\": 1, \"title\": \"t\", \"id\": 2}]");

    assertThatExceptionOfType(PayloadException.class)
        .isThrownBy(() -> Payloads.from(own))
        .withMessage("The payload file " + file + " has a field twice: see line 1, column 43.");
  }

  @Test
  void refusesWhatIsNotUtf8(@TempDir Path own) throws IOException {
    copyBodies(own);
    var latin1 =
        Files.write(own.resolve("users.json"), new byte[] {'[', '"', (byte) 0xE9, '"', ']'});

    assertThatExceptionOfType(PayloadException.class)
        .isThrownBy(() -> Payloads.from(own))
        .withMessage("The payload file " + latin1 + " is not in UTF-8.");
  }

  @Test
  void writesMappingsThatTellTheLength() throws IOException {
    var mapping =
        MAPPER.readTree(Files.readString(generatedFolder.resolve("mappings/users.json"), UTF_8));

    assertThat(mapping.at("/request/urlPath").asString()).isEqualTo("/users");
    assertThat(mapping.at("/response/bodyFileName").asString()).isEqualTo("users.json");
    assertThat(mapping.at("/response/headers/Content-Length").asString())
        .isEqualTo(Integer.toString(GENERATED.bytes(Content.USERS)));
  }

  private static Path body(Content content) {
    return generatedFolder.resolve("__files").resolve(Endpoint.of(content).name() + ".json");
  }

  private static JsonNode json(Content content) throws IOException {
    return MAPPER.readTree(Files.readAllBytes(body(content)));
  }

  private static Integer[] keys(int count) {
    var keys = new Integer[count];
    for (int i = 0; i < count; i++) {
      keys[i] = i + 1;
    }
    return keys;
  }

  private static void copyBodies(Path to) throws IOException {
    for (var endpoint : Endpoint.SIX) {
      Files.copy(body(endpoint.content()), to.resolve(endpoint.name() + ".json"));
    }
  }
}
