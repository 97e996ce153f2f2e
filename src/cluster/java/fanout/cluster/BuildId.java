package fanout.cluster;

import fanout.os.Sha256;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;

/// Tells builds of this program apart, so that a coordinator gives work only to its equals.
final class BuildId {
  /// Enough to tell builds apart, short enough to read.
  private static final int DIGITS = 12;

  private BuildId() {}

  /// The first digits of the SHA-256 of the jar, or of the folder of classes, that this class is
  /// from. The build makes the same jar of the same commit on every machine.
  static String ofThisJvm() throws ClusterException {
    try {
      var source = BuildId.class.getProtectionDomain().getCodeSource().getLocation().toURI();
      return new Sha256().addAll(Path.of(source)).hex().substring(0, DIGITS);
    } catch (IOException | URISyntaxException e) {
      throw new ClusterException("The jar of this program cannot be read", e);
    }
  }
}
