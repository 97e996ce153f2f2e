package fanout.suite.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Asks a real repository.
class MachineTest {
  @TempDir Path checkout;
  private Path jar;
  private String head;

  @BeforeEach
  void commitAndBuild() throws Exception {
    git("init", "--quiet");
    Files.createDirectory(checkout.resolve("src"));
    Files.writeString(checkout.resolve("src/Code.java"), "class Code {}");
    Files.writeString(checkout.resolve(".gitignore"), "/target/");
    git("add", ".");
    git("commit", "--quiet", "-m", "one");
    head = git("rev-parse", "HEAD");
    jar = Files.createDirectory(checkout.resolve("target")).resolve("some.jar");
    Files.writeString(jar, "");
    Files.setLastModifiedTime(jar, FileTime.from(Instant.now().plus(Duration.ofHours(1))));
  }

  @Test
  void theCommitIsThatOfTheCheckoutWithTheJar() {
    assertThat(Machine.commit(jar)).isEqualTo(head);
    assertThat(Machine.commit(checkout.resolve("target"))).isEqualTo(head);
  }

  @Test
  void aChangedFileMakesTheCheckoutDirty() throws IOException {
    Files.writeString(checkout.resolve("src/Code.java"), "class Code2 {}");

    assertThat(Machine.commit(jar)).isEqualTo(head + "-dirty");
  }

  @Test
  void aNewFileDoesSoWhereItIsCompiled() throws IOException {
    Files.writeString(checkout.resolve("notes.txt"), "");
    assertThat(Machine.commit(jar)).isEqualTo(head);

    Files.writeString(checkout.resolve("src/New.java"), "class New {}");
    assertThat(Machine.commit(jar)).isEqualTo(head + "-dirty");
  }

  @Test
  void aJarThatIsOlderThanTheCommitWasNotBuiltOfIt() throws IOException {
    Files.setLastModifiedTime(jar, FileTime.from(Instant.EPOCH));

    assertThat(Machine.commit(jar)).isEqualTo(head + "-older-jar");
  }

  @Test
  void thereIsNoCommitOutsideGit(@TempDir Path elsewhere) throws IOException {
    assertThat(Machine.commit(Files.writeString(elsewhere.resolve("some.jar"), ""))).isNull();
  }

  private String git(String... arguments) throws IOException, InterruptedException {
    var command =
        new ArrayList<>(
            List.of("git", "-c", "user.name=Test", "-c", "user.email=test@example.org"));
    command.addAll(List.of(arguments));
    var process =
        new ProcessBuilder(command).directory(checkout.toFile()).redirectErrorStream(true).start();
    var output = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return output.strip();
  }
}
