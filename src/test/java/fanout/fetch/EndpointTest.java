package fanout.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fanout.vocabulary.Content;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointTest {
  private static final URI BASE = URI.create("http://127.0.0.1:8080");

  @Test
  void sixAreInTheServicesOrder() {
    assertThat(Endpoint.SIX)
        .extracting(Endpoint::name)
        .containsExactly("posts", "comments", "albums", "photos", "todos", "users");
  }

  @Test
  void aPathIsOnTheBaseAndAnAddressIsNot() {
    var users = Endpoint.of(Content.USERS).withQuery("delayMillis=20");
    var elsewhere = new Endpoint("x", URI.create("https://x.example/y?z=1"), Content.ANY_JSON);

    assertThat(users.on(BASE)).hasToString("http://127.0.0.1:8080/users?delayMillis=20");
    assertThat(elsewhere.on(BASE)).hasToString("https://x.example/y?z=1");
  }

  @Test
  void aQueryReplacesTheOneBefore() {
    var users = Endpoint.of(Content.USERS).withQuery("a=1").withQuery("b=2");
    assertThat(users.location()).hasToString("/users?b=2");
  }

  @Test
  void anAddressKeepsItsServerWithAnotherQuery() {
    var elsewhere =
        new Endpoint("x", URI.create("https://x.example:8443/y?z=1#end"), Content.ANY_JSON);

    assertThat(elsewhere.withQuery("a=1").on(BASE)).hasToString("https://x.example:8443/y?a=1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "users",
        "//host/users",
        "ftp://host/users",
        "file:///etc/passwd",
        "mailto:a@b.example",
        ""
      })
  void refusesWhatIsNeitherPathNorWebAddress(String location) {
    assertThatThrownBy(() -> new Endpoint("x", URI.create(location), Content.ANY_JSON))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "An endpoint is a path that starts with '/' or an http or https URL, got: " + location);
  }
}
