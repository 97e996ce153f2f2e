package fanout.gate.arm;

import fanout.measure.ForkLength;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Mode;

/// One fork that is asked of an arm's JMH.
///
/// @param row what is measured
/// @param mode how; null where it is the benchmark's own, which may be several
/// @param length how long; null where it is the benchmark's own
/// @param limit how long the fork may take before it is ended as hung
public record ForkRequest(
    BenchmarkRow row, @Nullable Mode mode, @Nullable ForkLength length, Duration limit) {}
