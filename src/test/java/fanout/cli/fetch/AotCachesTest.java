package fanout.cli.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import fanout.cli.CommandOutcome;
import fanout.os.JavaProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AotCachesTest {
  @TempDir Path folder;
  private Path unfinished;
  private Path cache;

  @BeforeEach
  void nameFiles() {
    unfinished = folder.resolve("fetch-12.aot.tmp");
    cache = folder.resolve("fetch-12.aot");
  }

  @Test
  void aCacheThatWasWrittenIsPutWhereItIsLookedFor() throws IOException {
    Files.writeString(unfinished, "a cache");

    AotCaches.keep(JavaProgram.FETCH, unfinished, cache);

    assertThat(cache).hasContent("a cache");
    assertThat(unfinished).doesNotExist();
  }

  @Test
  void saysWhichProgramHasNoneWhereTheJdkWroteNone() throws Exception {
    var ended =
        CommandOutcome.of(() -> {
          AotCaches.keep(JavaProgram.FETCH, unfinished, cache);
          return 0;
        });

    assertThat(ended.err().strip())
        .isEqualTo("aot-caches: this JDK wrote no AOT cache of fetch, which starts without one.");
    assertThat(folder).isEmptyDirectory();
  }
}
