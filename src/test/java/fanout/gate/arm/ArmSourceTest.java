package fanout.gate.arm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArmSourceTest {
  @TempDir Path folder;

  @Test
  void tellsRefsAndTheWorkingTree() throws ArmException {
    assertThat(ArmSource.parse(".")).isInstanceOf(ArmSource.WorkingTree.class);
    assertThat(ArmSource.parse("origin/main~2")).isEqualTo(new ArmSource.Ref("origin/main~2"));
  }

  @Test
  void takesAClassPathOfJarsInItsOrder() throws Exception {
    var b = TinyJars.empty(folder.resolve("b.jar"));
    var a = TinyJars.empty(folder.resolve("a.jar"));

    assertThat(classPath(b + File.pathSeparator + a)).containsExactly(b, a);
    assertThat(classPath(folder + File.separator + "*")).containsExactly(a, b);
  }

  @Test
  void refusesAFileThatIsNoJar() throws IOException {
    var file = Files.writeString(folder.resolve("x.jar"), "no zip");

    assertRefused(file.toString(), file + " is no jar");
    assertRefused(folder.resolve("missing.jar").toString(), "There is no file");
    assertRefused(" ", "got an empty text");
  }

  @Test
  void refusesStoredResultsAndPointsToWhatShowsThem() throws IOException {
    Files.writeString(folder.resolve("results.csv"), "");

    assertRefused(folder.toString(), "scripts/chart A B");
    assertRefused(folder.resolve("results.csv").toString(), "scripts/chart A B");
  }

  private static Iterable<Path> classPath(String text) throws ArmException {
    return ((ArmSource.Jars) ArmSource.parse(text)).classPath().entries();
  }

  private static void assertRefused(String text, String words) {
    assertThatExceptionOfType(ArmException.class)
        .isThrownBy(() -> ArmSource.parse(text))
        .withMessageContaining(words)
        .satisfies(e -> assertThat(e.fault()).isEqualTo(ArmException.Fault.USAGE));
  }
}
