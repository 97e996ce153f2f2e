package fanout.suite.run;

import fanout.os.Sha256;
import fanout.suite.result.Fingerprint;
import fanout.suite.result.KeptRounds;
import fanout.suite.result.RunStart;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/// What a run begins with, or goes on with if it is the same.
///
/// @param options as they were typed, and the seed
/// @param fingerprint what results depend on
record RunBeginning(List<String> options, Fingerprint fingerprint) {
  /// Keeps it for whoever resumes the run, or compares it with what was kept.
  ///
  /// @throws ResumeException if the run began with something else
  RunStart in(KeptRounds rounds) throws IOException {
    var now = new RunStart(options, Instant.now(), code(), fingerprint);
    if (!rounds.exist()) {
      rounds.begin(now);
      return now;
    }
    var then = rounds.start();
    requireSame("code", then.code(), now.code());
    requireSame("machines", then.fingerprint().hardware(), fingerprint.hardware());
    requireSame("JDKs", then.fingerprint().jdk(), fingerprint.jdk());
    requireSame("JVM flags", then.fingerprint().jvmFlags(), fingerprint.jvmFlags());
    requireSame("payloads", then.fingerprint().payloads(), fingerprint.payloads());
    requireSame("conditions", then.fingerprint(), fingerprint);
    return then;
  }

  private static void requireSame(String what, Object then, Object now) throws ResumeException {
    if (!Objects.equals(then, now)) {
      throw new ResumeException(
          "The run cannot be resumed, as the %s differ: %s then, %s now"
              .formatted(what, then, now));
    }
  }

  private static String code() throws IOException {
    var digest = new Sha256();
    for (var entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      if (Files.exists(Path.of(entry))) {
        digest.addAll(Path.of(entry));
      }
    }
    return digest.hex();
  }
}
