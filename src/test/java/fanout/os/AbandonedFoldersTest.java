package fanout.os;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class AbandonedFoldersTest {
  @TempDir Path temporary;

  @Test
  void aFolderGoesWhenItsProcessIsGoneAndNotBefore() throws Exception {
    var owner = owner();
    try (var output = owner.inputReader()) {
      var folder = Path.of(output.readLine());

      AbandonedFolders.deleteIn(temporary);
      assertThat(folder.resolve("file")).hasContent("needed");

      owner.destroyForcibly();
      assertThat(owner.waitFor(20, TimeUnit.SECONDS)).isTrue();
      assertThat(folder.resolve("file")).hasContent("needed");

      AbandonedFolders.deleteIn(temporary);
      assertThat(folder).doesNotExist();
    } finally {
      owner.destroyForcibly();
    }
  }

  /// As when it is killed while it makes the folder, or deletes it.
  @Test
  void aFolderGoesOfWhichItsProcessHadOnlyPart() throws Exception {
    var owner = owner();
    try (var output = owner.inputReader()) {
      var folder = Path.of(output.readLine());
      owner.destroyForcibly();
      assertThat(owner.waitFor(20, TimeUnit.SECONDS)).isTrue();
      try (var files = Files.newDirectoryStream(folder)) {
        for (var file : files) {
          Files.delete(file);
        }
      }

      AbandonedFolders.deleteIn(temporary);
      assertThat(temporary).isEmptyDirectory();
    } finally {
      owner.destroyForcibly();
    }
  }

  @Test
  void nothingIsLeftOfAFolderThatIsClosed() throws Exception {
    var folder = TemporaryFolder.create("closed");
    folder.close();
    folder.close();

    try (var left = Files.newDirectoryStream(folder.path().getParent(), "fanout-closed-*")) {
      assertThat(left).isEmpty();
    }
  }

  /// As a stub's process does whose parent was killed.
  @Test
  void whoTakesAFolderOverDeletesItsLockToo() throws Exception {
    var owner = owner();
    try (var output = owner.inputReader()) {
      var folder = Path.of(output.readLine());
      owner.destroyForcibly();
      assertThat(owner.waitFor(20, TimeUnit.SECONDS)).isTrue();

      TemporaryFolder.of(folder).close();
      assertThat(temporary).isEmptyDirectory();
    } finally {
      owner.destroyForcibly();
    }
  }

  @Test
  void foldersThatAreNotOursStay() throws IOException {
    var others = Files.createDirectory(temporary.resolve("fanout-of-somebody"));
    Files.createFile(others.resolve("file"));
    Files.createSymbolicLink(temporary.resolve("fanout-link"), others);
    try (var own = TemporaryFolder.create("test")) {
      AbandonedFolders.delete();
      AbandonedFolders.deleteIn(temporary);

      assertThat(own.path()).isDirectory();
      assertThat(others.resolve("file")).exists();
    }
  }

  private Process owner() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Djava.io.tmpdir=" + temporary,
            "-cp",
            System.getProperty("java.class.path"),
            FolderOwner.class.getName())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  /// A JVM that has a temporary folder, tells of it, and waits.
  static final class FolderOwner {
    private FolderOwner() {}

    public static void main(String[] args) throws IOException, InterruptedException {
      try (var folder = TemporaryFolder.create("test")) {
        Files.writeString(folder.path().resolve("file"), "needed");
        System.out.println(folder.path());
        Thread.sleep(Long.MAX_VALUE);
      }
    }
  }
}
