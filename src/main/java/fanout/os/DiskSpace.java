package fanout.os;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Whether there is room for what a run writes, before it takes an hour.
public final class DiskSpace {
  private static final long MEBI = 1L << 20;

  private DiskSpace() {}

  /// Checks the file system of a folder, which may not be there yet.
  ///
  /// @throws IOException with one sentence, if fewer than `bytes` are free
  public static void require(Path folder, long bytes) throws IOException {
    long free = Files.getFileStore(existing(folder.toAbsolutePath())).getUsableSpace();
    if (free < bytes) {
      throw new IOException(
          "%s has %s MiB left, and a run needs %s MiB there"
              .formatted(folder, free / MEBI, bytes / MEBI));
    }
  }

  private static Path existing(Path folder) {
    var parent = folder.getParent();
    return Files.exists(folder) || parent == null ? folder : existing(parent);
  }
}
