package fanout.gate.arm;

import fanout.os.TemporaryFolder;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// A temporary folder for what the arms' forks need and leave: the profiler of costs as plain class
/// files, so that nothing else of ours comes onto their class path, and JMH's results.
public final class GateFolder implements AutoCloseable {
  /// What temporary folders of the gate have in their names.
  static final String KIND = "gate";

  private static final String PROBE = "fanout/probe";
  private static final String A_CLASS = "/" + PROBE + "/CostProfiler.class";

  private final TemporaryFolder temporary;

  private GateFolder(TemporaryFolder temporary) {
    this.temporary = temporary;
  }

  /// Makes the folder and puts the probe there.
  public static GateFolder create() throws IOException {
    var opened = new GateFolder(TemporaryFolder.create(KIND));
    try {
      opened.copyProbe();
      return opened;
    } catch (IOException | RuntimeException e) {
      opened.close();
      throw e;
    }
  }

  /// The folder to put on class paths.
  public Path probe() {
    return temporary.path().resolve("probe");
  }

  /// Where jars are put that are built for a dry run alone: those of a run that was stopped, which
  /// it needs to be resumed, lie elsewhere and stay.
  public Path jars() {
    return temporary.path().resolve("jars");
  }

  /// Where the A/A control has its copy of the baseline: its path is longer, as another build's may
  /// be.
  public Path control() {
    return temporary.path().resolve("copy-of-the-baseline-for-the-control");
  }

  /// The file for the result of the fork under way.
  Path result() {
    return temporary.path().resolve("jmh.json");
  }

  @Override
  public void close() {
    temporary.close();
  }

  private void copyProbe() throws IOException {
    var url = GateFolder.class.getResource(A_CLASS);
    if (url == null) {
      throw new IOException("The profiler " + A_CLASS + " is not on the class path of the gate");
    }
    try {
      if (!url.getProtocol().equals("jar")) {
        copyAll(Path.of(url.toURI()).resolveSibling(""));
        return;
      }
      var jar = URI.create(url.toString().substring(0, url.toString().indexOf('!')));
      try (var files = FileSystems.newFileSystem(jar, Map.of())) {
        copyAll(files.getPath(PROBE));
      }
    } catch (URISyntaxException e) {
      throw new IOException("The profiler's place " + url + " cannot be read", e);
    }
  }

  private void copyAll(Path classes) throws IOException {
    var target = Files.createDirectories(probe().resolve(PROBE));
    try (var files = Files.list(classes)) {
      for (var file : files.filter(f -> f.toString().endsWith(".class")).toList()) {
        Files.copy(file, target.resolve(file.getFileName().toString()));
      }
    }
  }
}
