package fanout.os;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskSpaceTest {
  @TempDir Path folder;

  @Test
  void tooLittleIsOneSentenceThatNamesTheFolder() throws IOException {
    var later = folder.resolve("not/there yet");

    DiskSpace.require(later, 1);
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> DiskSpace.require(later, Long.MAX_VALUE))
        .withMessageMatching(
            "\\Q" + later + "\\E has \\d+ MiB left, and a run needs \\d+ MiB there");
  }
}
