package fanout.os;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilesOnceTest {
  @TempDir Path folder;

  @Test
  void aFileIsWrittenWithItsFoldersAndNothingBesideIt() throws IOException {
    var file = AtomicFile.write(folder.resolve("a/b"), "one");
    AtomicFile.write(file, "two");

    assertThat(file).hasContent("two");
    assertThat(file.resolveSibling("").toFile().list()).containsExactly("b");
  }

  @Test
  void aFileThatCannotBeWrittenIsNamed() throws IOException {
    var taken = Files.createDirectories(folder.resolve("taken/full"));

    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> AtomicFile.write(taken.resolveSibling(""), "text"))
        .withMessageStartingWith(folder.resolve("taken") + " cannot be written: ");
    assertThat(taken).isDirectory();
  }

  @Test
  void aTemporaryFolderGoesWithAllThatIsInIt() throws IOException {
    Path path;
    try (var temporary = TemporaryFolder.create("test")) {
      path = temporary.path();
      Files.writeString(Files.createDirectory(path.resolve("deep")).resolve("file"), "");
      assertThat(path.getFileName().toString()).startsWith("fanout-test-");
    }
    assertThat(path).doesNotExist();
  }

  @Test
  void deletingAFolderLeavesWhatALinkPointsTo() throws IOException {
    var kept = Files.writeString(folder.resolve("kept"), "");
    var linked = Files.createDirectory(folder.resolve("linked"));
    Files.createSymbolicLink(linked.resolve("link"), kept);
    Files.createSymbolicLink(linked.resolve("folder"), Files.createDirectory(folder.resolve("d")));

    Folders.delete(linked);

    assertThat(linked).doesNotExist();
    assertThat(kept).exists();
    assertThat(folder.resolve("d")).exists();
  }

  /// The example of FIPS 180-2.
  @Test
  void theSumIsThatOfTheStandardHoweverItIsAdded() throws IOException {
    var abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    var file = Files.writeString(folder.resolve("file"), "bc");

    assertThat(Sha256.of("abc").hex()).isEqualTo(abc);
    assertThat(Sha256.of("a").addFile(file).hex()).isEqualTo(abc);
  }
}
