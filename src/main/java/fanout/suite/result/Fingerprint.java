package fanout.suite.result;

import static fanout.suite.result.Whole.whole;
import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import fanout.measure.Hardware;
import java.util.List;

/// What must be equal for two runs to be comparable.
///
/// @param hardware the machine
/// @param jdk vendor and version
/// @param jvmFlags flags that every fork was given
/// @param jmh version of JMH
/// @param lengths warm-up and measuring time of each benchmark, as text
/// @param stub `own`, or the URL that was given
/// @param payloads the bodies
public record Fingerprint(
    @JsonUnwrapped Hardware hardware,
    String jdk,
    List<String> jvmFlags,
    String jmh,
    List<String> lengths,
    String stub,
    RunPayloads payloads) {

  /// A file can hold null where these types do not.
  public Fingerprint {
    requireNonNull(hardware.cpu(), "cpu is null");
    requireNonNull(hardware.os(), "os is null");
    requireNonNull(jdk, "jdk is null");
    jvmFlags = whole(jvmFlags, "jvmFlags");
    requireNonNull(jmh, "jmh is null");
    lengths = whole(lengths, "lengths");
    requireNonNull(stub, "stub is null");
    requireNonNull(payloads, "payloads is null");
  }
}
