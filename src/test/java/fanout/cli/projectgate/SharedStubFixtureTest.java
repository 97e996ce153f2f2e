package fanout.cli.projectgate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharedStubFixtureTest {
  private static final byte[] CODE = {1, 2, 3};

  @TempDir Path folder;

  @Test
  void aFolderOfClassesHasTheStubThatItsJarHas() throws IOException {
    var jar = folder.resolve("a.jar");
    try (var out = new JarOutputStream(Files.newOutputStream(jar))) {
      add(out, "fanout/stub/A.class");
      add(out, "fanout/stub/a.txt");
      add(out, "fanout/other/B.class");
    }
    var classes = Files.createDirectories(folder.resolve("classes/fanout/stub"));
    Files.write(classes.resolve("A.class"), CODE);
    Files.write(classes.resolve("a.txt"), CODE);

    var checksums = SharedStubFixture.checksums(folder.resolve("classes"));

    assertThat(checksums).containsOnlyKeys("fanout/stub/A.class");
    assertThat(SharedStubFixture.checksums(jar)).isEqualTo(checksums);

    Files.write(classes.resolve("A.class"), new byte[] {4});
    assertThat(SharedStubFixture.checksums(folder.resolve("classes"))).isNotEqualTo(checksums);
  }

  @Test
  void aFolderWithoutAStubHasNone() throws IOException {
    assertThat(SharedStubFixture.checksums(folder)).isEmpty();
  }

  private static void add(JarOutputStream out, String name) throws IOException {
    out.putNextEntry(new JarEntry(name));
    out.write(CODE);
    out.closeEntry();
  }
}
