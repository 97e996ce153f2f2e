package fanout.cli.projectgate;

import fanout.gate.arm.ResolvedArm;
import fanout.gate.cli.SharedFixture;
import fanout.probe.RequestProfiler;
import fanout.stub.Stub;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.CRC32;
import java.util.zip.ZipFile;

/// Gives the forks of both arms the one stub, and notes where its code is not the baseline's.
///
/// @param stub of the candidate, which ends with this
record SharedStubFixture(Stub stub) implements SharedFixture {
  /// The bodies are generated there too.
  private static final String CODE = "fanout/stub/";

  private static final String CLASS = ".class";

  @Override
  public List<String> jvmArgs() {
    return List.of(
        // The pilots have found out how long each row warms up.
        "-Dfanout.warmUp.seconds=0",
        "-D" + Stub.URI_PROPERTY + "=" + stub.baseUri(),
        "-D" + Stub.PAYLOADS_PROPERTY + "=" + stub.payloadSource().propertyValue(),
        "-D" + RequestProfiler.URI_PROPERTY + "=" + stub.requestCountUri());
  }

  @Override
  public List<String> notes(ResolvedArm baseline, ResolvedArm candidate) throws IOException {
    var before = checksums(baseline.classPath().entries().getFirst());
    var now = checksums(candidate.classPath().entries().getFirst());
    if (before.equals(now)) {
      return List.of();
    }
    var names = new TreeSet<>(before.keySet());
    names.addAll(now.keySet());
    names.removeIf(name -> before.containsKey(name) && before.get(name).equals(now.get(name)));
    return List.of(
        "The candidate's stub serves both arms; its code or its bodies differ from the baseline's"
            + " (%s): what a server does is not compared."
                .formatted(
                    names.size() == 1
                        ? names.first()
                        : names.first() + " and " + (names.size() - 1) + " more"));
  }

  @Override
  public void close() {
    stub.close();
  }

  /// Of the stub's classes, by name, in a jar or a folder of classes.
  static Map<String, Long> checksums(Path entry) throws IOException {
    return Files.isDirectory(entry) ? inFolder(entry) : inJar(entry);
  }

  private static Map<String, Long> inJar(Path jar) throws IOException {
    var checksums = new TreeMap<String, Long>();
    try (var zip = new ZipFile(jar.toFile())) {
      zip.stream()
          .filter(entry -> entry.getName().startsWith(CODE) && entry.getName().endsWith(CLASS))
          .forEach(entry -> checksums.put(entry.getName(), entry.getCrc()));
    }
    return checksums;
  }

  private static Map<String, Long> inFolder(Path folder) throws IOException {
    var code = folder.resolve(CODE);
    if (!Files.isDirectory(code)) {
      return Map.of();
    }
    var checksums = new TreeMap<String, Long>();
    try (var files = Files.walk(code)) {
      for (var file : files.filter(each -> each.toString().endsWith(CLASS)).toList()) {
        var checksum = new CRC32(); // as a jar has it
        checksum.update(Files.readAllBytes(file));
        checksums.put(folder.relativize(file).toString(), checksum.getValue());
      }
    }
    return checksums;
  }
}
