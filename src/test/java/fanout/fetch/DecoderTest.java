package fanout.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fanout.vocabulary.Content;
import java.nio.charset.Charset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;

class DecoderTest {
  private final Decoder decoder = new Decoder(Decoding.STRICT);

  @Test
  void decodesEachFieldOfAUser() {
    var users =
        decoder.decode(
            Content.USERS,
            Answer.bytesOf(
                """
                [{"id": 7, "name": "Ada", "username": "ada", "email": "a@b.example",
                  "address": {"street": "s", "suite": "u", "city": "c", "zipcode": "z",
                              "geo": {"lat": "-37.3", "lng": "81.1"}},
                  "phone": "1", "website": "w.example",
                  "company": {"name": "co", "catchPhrase": "p", "bs": "b"}}]
                """));

    assertThat(users)
        .singleElement()
        .isEqualTo(
            new User(
                7,
                "Ada",
                "ada",
                "a@b.example",
                new User.Address("s", "u", "c", "z", new User.Geo("-37.3", "81.1")),
                "1",
                "w.example",
                new User.Company("co", "p", "b")));
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ANY_JSON")
  void decodesEachKindIntoItsRecord(Content content) {
    var body = Answer.bytesOf(SixBodies.body(content));

    assertThat(decoder.decode(content, body))
        .hasSize(SixBodies.items(content))
        .hasOnlyElementsOfType(Decoder.itemType(content));
    assertThat(decoder.countItems(content, body)).isEqualTo(SixBodies.items(content));
  }

  @Test
  void passesOverFieldsThatTheRecordLacks() {
    assertThat(decode(Content.ALBUMS, "[{\"userId\": 1, \"id\": 2, \"title\": \"t\", \"new\": 3}]"))
        .isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "{}",
        "[{}]",
        "[{\"userId\": 1, \"id\": 2}]",
        "[{\"userId\": 1, \"id\": 2, \"title\": null}]",
        "[{\"userId\": null, \"id\": 2, \"title\": \"t\"}]",
        "[{\"userId\": \"x\", \"id\": 2, \"title\": \"t\"}]",
        "[{\"userId\": 1.9, \"id\": 2, \"title\": \"t\"}]",
        "[{\"userId\": 1e3, \"id\": 2, \"title\": \"t\"}]",
        "[{\"userId\": \"1\", \"id\": 2, \"title\": \"t\"}]",
        "[{\"userId\": true, \"id\": 2, \"title\": \"t\"}]",
        "[{\"userId\": 1, \"id\": 2, \"title\": 7}]",
        "[{\"userId\": 1, \"id\": 2, \"title\": 7.5}]",
        "[{\"userId\": 1, \"id\": 2, \"title\": true}]",
        "[null]",
        "[{\"userId\": 1, \"id\": 2, \"title\": \"t\"}",
        "[{\"userId\": 1, \"id\": 2, \"title\": \"t\"}] []",
        "<html>"
      })
  void refusesWhatIsNoListOfAlbums(String body) {
    assertThatThrownBy(() -> decode(Content.ALBUMS, body)).isInstanceOf(JacksonException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[{\"userId\": 1, \"id\": 2, \"id\": 3, \"title\": \"t\"}]",
        "[{\"userId\": 1, \"id\": 2, \"title\": \"t\", \"id\": 3}]",
        "[{\"userId\": 1, \"id\": 3, \"title\": \"t\", \"new\": 4, \"new\": 5}]"
      })
  void refusesAFieldThatIsThereTwice(String body) {
    assertThatThrownBy(() -> decode(Content.ALBUMS, body)).isInstanceOf(JacksonException.class);
  }

  @Test
  void refusesAFieldOfAnInnerRecordThatIsThereTwice() {
    String users = SixBodies.body(Content.USERS).replaceFirst("\"lat\"", "\"lat\": \"0\", \"lat\"");
    assertThatThrownBy(() -> decode(Content.USERS, users)).isInstanceOf(JacksonException.class);
  }

  @Test
  void takesTheLastOfTwoFieldsWhereNobodyKeepsAccount() {
    var body = Answer.bytesOf("[{\"userId\": 1, \"id\": 2, \"title\": \"t\", \"id\": 3}]");
    assertThat(new Decoder(Decoding.LAST_FIELD_COUNTS).decode(Content.ALBUMS, body))
        .isEqualTo(List.of(new Album(1, 3, "t")));
  }

  @Test
  void countsTheElementsOfAnyArrayAndAnythingElseAsOne() {
    assertThat(decode(Content.ANY_JSON, "[1, {}, null, []]")).isEqualTo(4);
    assertThat(decode(Content.ANY_JSON, "[]")).isZero();
    assertThat(decode(Content.ANY_JSON, "{\"a\": [1, 2]}")).isEqualTo(1);
    assertThat(decode(Content.ANY_JSON, "null")).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "[1", "<html>", "{} {}", "{\"a\": 1, \"a\": 2}"})
  void refusesWhatIsNoJson(String body) {
    assertThatThrownBy(() -> decode(Content.ANY_JSON, body)).isInstanceOf(JacksonException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16BE", "UTF-16LE", "UTF-32BE"})
  void refusesAnyEncodingButUtf8(String encoding) {
    byte[] body = "[\"text\"]".getBytes(Charset.forName(encoding));
    assertThatThrownBy(() -> decoder.decode(Content.ANY_JSON, body))
        .isInstanceOf(JacksonException.class);
  }

  private int decode(Content content, String body) {
    return decoder.countItems(content, Answer.bytesOf(body));
  }
}
