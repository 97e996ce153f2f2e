package fanout.cli.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fanout.cli.CommandException;
import fanout.cli.ExitCode;
import fanout.cli.ServerUrl;
import fanout.fetch.Endpoint;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointsTest {
  @ParameterizedTest
  @ValueSource(strings = {"http://127.0.0.1:8080", "http://127.0.0.1:8080/", "https://x.example"})
  void aServerIsAnAddressWithoutAPath(String url) {
    assertThat(ServerUrl.requireServer("--stub", URI.create(url))).hasToString(url);
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://x/api", "http://x/api/", "http://x?y=1", "http://x/#y"})
  void refusesAPathThatTheSixEndpointsWouldReplace(String url) {
    assertThatExceptionOfType(CommandException.class)
        .isThrownBy(() -> ServerUrl.requireServer("--stub", URI.create(url)))
        .withMessage(
            "--stub takes a server's address without a path, such as http://127.0.0.1:8080, got: "
                + url)
        .satisfies(e -> assertThat(e.exitCode()).isEqualTo(ExitCode.USAGE));
  }

  @Test
  void anEndpointOfTheUsersOwnHasAPath() {
    var url = URI.create("http://x/api/users?y=1");

    assertThat(Endpoints.of(List.of(url)))
        .singleElement()
        .extracting(Endpoint::location)
        .isEqualTo(url);
  }
}
