package fanout.suite.plan;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/// What the scenarios of a plan differ in, by the names that JMH and the command line use.
enum Parameter {
  STRATEGY("strategy"),
  DELAY("delay"),
  BODIES("bodies"),
  CONTENT("content"),
  ENDPOINTS("endpoints"),
  /// Threads of JMH, not a parameter of the benchmark class.
  CALLERS("callers"),
  THREADS("threads"),
  PROCESSES("processes"),
  IN_FLIGHT("inFlight");

  /// As many as `Concurrency` takes.
  private static final int MOST_THREADS = 32_767;

  /// Far beyond any machine, and short enough to read in a row's label.
  private static final int MOST = 99_999;

  private final String typedName;

  Parameter(String typedName) {
    this.typedName = typedName;
  }

  String typedName() {
    return typedName;
  }

  /// Whether any positive number may be asked for; of the others only what the preset has.
  boolean isFree() {
    return switch (this) {
      case THREADS, PROCESSES, IN_FLIGHT -> true;
      case STRATEGY, DELAY, BODIES, CONTENT, ENDPOINTS, CALLERS -> false;
    };
  }

  /// The largest number that may be asked for, where any may.
  int most() {
    return switch (this) {
      case THREADS -> MOST_THREADS;
      case PROCESSES, IN_FLIGHT -> MOST;
      case STRATEGY, DELAY, BODIES, CONTENT, ENDPOINTS, CALLERS ->
          throw new IllegalArgumentException(this + " takes only what a preset has");
    };
  }

  /// A value as it stands in a plan: `virtual-threads` is `VIRTUAL_THREADS`.
  String canonical(String typedValue) {
    return switch (this) {
      case STRATEGY, DELAY, BODIES, CONTENT ->
          typedValue.toUpperCase(Locale.ROOT).replace('-', '_');
      case ENDPOINTS, CALLERS, THREADS, PROCESSES, IN_FLIGHT -> typedValue;
    };
  }

  /// Finds a parameter by its name.
  ///
  /// @throws PlanException if there is none of that name
  static Parameter of(String typedName) throws PlanException {
    for (var parameter : values()) {
      if (parameter.typedName.equalsIgnoreCase(typedName)) {
        return parameter;
      }
    }
    throw new PlanException(
        "There is no parameter '"
            + typedName
            + "'; the parameters are "
            + Arrays.stream(values()).map(Parameter::typedName).collect(Collectors.joining(", ")));
  }
}
