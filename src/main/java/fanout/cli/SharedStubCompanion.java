package fanout.cli;

import fanout.gate.arm.ReadyArm;
import fanout.stub.Stub;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.ZipFile;

/// Tells the forks of both arms of the one stub, and people where its code is not the baseline's.
///
/// @param stub of the candidate
record SharedStubCompanion(Stub stub) implements GateCompanion {
  /// The bodies are generated there too.
  private static final String CODE = "fanout/stub/";

  @Override
  public List<String> jvmArgs() {
    return List.of(
        "-D" + Stub.URI_PROPERTY + "=" + stub.baseUri(),
        "-D" + Stub.PAYLOADS_PROPERTY + "=" + stub.payloadSource().propertyValue());
  }

  @Override
  public List<String> notes(ReadyArm baseline, ReadyArm candidate) throws IOException {
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

  private static Map<String, Long> checksums(Path jar) throws IOException {
    var checksums = new TreeMap<String, Long>();
    try (var zip = new ZipFile(jar.toFile())) {
      zip.stream()
          .filter(entry -> entry.getName().startsWith(CODE) && entry.getName().endsWith(".class"))
          .forEach(entry -> checksums.put(entry.getName(), entry.getCrc()));
    }
    return checksums;
  }
}
