package fanout.suite.plan;

import fanout.measure.ForkLength;
import fanout.vocabulary.Benchmark;
import fanout.vocabulary.Scenario;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import org.openjdk.jmh.annotations.Mode;

/// How a benchmark becomes forks: its parameters, its scenarios, its mode and its time, in one
/// class for each. The suite launches benchmarks by their names and does not load their classes.
public interface BenchmarkForks {

  Benchmark benchmark();

  /// How JMH times it.
  Mode mode();

  /// What its scenarios differ in, which is what their labels name.
  Set<Parameter> parameters();

  /// Its scenario before any parameter has a value.
  Scenario template();

  /// How long a fork should take, its start included: for the plan and the time left, never for a
  /// result.
  Duration expected(Scenario scenario, ForkLength length);

  /// Whether JMH is given a parameter; one that it is not is fixed by the class.
  default boolean isGivenToJmh(Parameter parameter) {
    return parameter != Parameter.CALLERS;
  }

  /// What the class calls a parameter.
  default String jmhName(Parameter parameter) {
    return parameter.typedName();
  }

  /// What JMH is given.
  default SequencedMap<String, String> jmhParams(Scenario scenario) {
    var params = new LinkedHashMap<String, String>();
    for (var parameter : parameters()) {
      var value = parameter.text(scenario);
      if (value != null && isGivenToJmh(parameter)) {
        params.put(jmhName(parameter), value);
      }
    }
    return params;
  }

  /// The scenario with the sizes of pools that this benchmark derives from others.
  ///
  /// @param inFlightIsChosen whether the fetches in flight were given
  default Scenario settled(Scenario scenario, boolean inFlightIsChosen) {
    return scenario;
  }

  /// Why a scenario is not worth a fork, as a sentence; empty where it is.
  ///
  /// @param label the scenario in words
  default Optional<String> reasonToLeaveOut(Scenario scenario, String label) {
    return Optional.empty();
  }

  /// Whether the stub's pace is part of what it times.
  default boolean timesTheStub() {
    return true;
  }

  /// Whether it times whole processes, of which the fork is only the harness.
  default boolean timesProcesses() {
    return false;
  }

  /// Whether its class works until its pace is steady, before the warm-up of JMH.
  default boolean warmsUpByWork() {
    return false;
  }

  /// Warm-up and measuring time, as text.
  default String describe(ForkLength length) {
    return (warmsUpByWork() ? "until the pace is steady, " : "")
        + "%s x %s ms of warm-up, %s x %s ms measured"
            .formatted(
                length.warmupIterations(),
                length.warmupMillis(),
                length.iterations(),
                length.iterationMillis());
  }
}
