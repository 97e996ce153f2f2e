package fanout.cli.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import fanout.cli.CommandException;
import fanout.reliability.Mutations;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A file of URLs that is broken anywhere gives endpoints or one sentence.
class MutatedUrlsTest {
  private static final String URLS =
      """
      # two and a half
      http://127.0.0.1:8080/posts?delay=20
      https://user.example:8443/a%20b/c;d=e#f

      http://[::1]:8080/photos
      """;

  @Test
  void urls(@TempDir Path folder) {
    var file = folder.resolve("urls");

    double refused =
        Mutations.refused(
            "a file of URLs",
            URLS,
            CommandException.class,
            text -> {
              Files.writeString(file, text);
              assertThat(Endpoints.read(file)).isNotEmpty();
            });

    assertThat(refused).isGreaterThan(0.2);
  }
}
