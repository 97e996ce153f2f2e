package fanout.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import fanout.vocabulary.Strategy;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PreviewTest {
  private static final int PREVIEW_MINOR_VERSION = 0xFFFF;

  @Test
  void onlyStructuredNeedsThePreview() throws Exception {
    var classes =
        Path.of(Strategy.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    try (var files = Files.walk(classes.resolve("fanout"))) {
      assertThat(
              files
                  .filter(file -> file.toString().endsWith(".class"))
                  .filter(PreviewTest::needsPreview)
                  .map(file -> classes.relativize(file).toString())
                  .toList())
          .isNotEmpty()
          .allMatch(name -> name.startsWith("fanout/strategy/Structured"));
    }
  }

  @Test
  void isAvailableWithThePreview() {
    assertThat(Strategies.unavailable(Strategy.STRUCTURED)).isEmpty();
  }

  @Test
  void withoutThePreviewSaysWhyAndOpensTheOthers() throws Exception {
    assertThat(runWithoutPreview())
        .containsExactly(
            "STRUCTURED needs JDK 25 with --enable-preview, and this JVM is a Java 25 without that"
                + " option.",
            "opened SEQUENTIAL",
            "opened FIXED_POOL",
            "opened FORK_JOIN",
            "opened VIRTUAL_THREADS",
            "opened ASYNC");
  }

  private static List<String> runWithoutPreview() throws IOException, InterruptedException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var process =
        new ProcessBuilder(
                java, "-cp", System.getProperty("java.class.path"), WithoutPreview.class.getName())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (var output = process.inputReader()) {
      var lines = output.lines().toList();
      assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isZero();
      return lines;
    } finally {
      process.destroyForcibly();
    }
  }

  private static boolean needsPreview(Path classFile) {
    try (var in = new DataInputStream(Files.newInputStream(classFile))) {
      in.readInt();
      return in.readUnsignedShort() == PREVIEW_MINOR_VERSION;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
