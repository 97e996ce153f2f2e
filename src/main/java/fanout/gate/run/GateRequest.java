package fanout.gate.run;

import fanout.gate.arm.JmhOptions;
import fanout.gate.result.GateSettings;
import fanout.gate.result.LookSettings;
import java.time.Duration;
import java.util.List;

/// What is requested of a run, before it is known what fits.
///
/// @param includes regular expressions; a benchmark is measured where one is found in its name, or
///   where there is none
/// @param excludes regular expressions of benchmarks that are not measured
/// @param allowMissing regular expressions; a row of the baseline that the candidate lacks is no
///   fault where one is found in its name
/// @param jmh the options of both arms' JMH
/// @param budget how long measuring may take
/// @param settings what is recorded, with the most pairs that are wanted
public record GateRequest(
    List<String> includes,
    List<String> excludes,
    List<String> allowMissing,
    JmhOptions jmh,
    Duration budget,
    GateSettings settings) {
  public GateRequest {
    includes = List.copyOf(includes);
    excludes = List.copyOf(excludes);
    allowMissing = List.copyOf(allowMissing);
  }

  /// What is fixed from then on.
  ///
  /// @param pairs the most pairs of a row, which fit the budget
  GateSettings settings(int pairs) {
    return settings.withLooks(LookSettings.of(pairs));
  }
}
