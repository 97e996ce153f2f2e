package fanout.suite.plan;

import fanout.fetch.Concurrency;
import fanout.vocabulary.Name;
import fanout.vocabulary.Scenario;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

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

  /// The sizes of pools: of these any number may be given, of the others only what a preset has.
  static final Set<Parameter> POOLS = EnumSet.of(THREADS, PROCESSES, IN_FLIGHT);

  /// Far beyond any machine, and short enough to read in a row's label.
  private static final int MOST = 99_999;

  private final String typedName;

  Parameter(String typedName) {
    this.typedName = typedName;
  }

  String typedName() {
    return typedName;
  }

  boolean isPool() {
    return POOLS.contains(this);
  }

  /// The largest size of a pool.
  int most() {
    return this == THREADS ? Concurrency.MAX_THREADS : MOST;
  }

  /// Its value in a scenario, as it is typed; null where that has none.
  @Nullable String text(Scenario scenario) {
    return switch (this) {
      case STRATEGY -> Name.textOf(scenario.strategy());
      case DELAY -> Name.textOf(scenario.delay());
      case BODIES, CONTENT -> Name.textOf(scenario.bodies());
      case ENDPOINTS -> text(scenario.endpoints());
      case CALLERS -> text(scenario.callers());
      case THREADS -> text(scenario.threads());
      case PROCESSES -> text(scenario.processes());
      case IN_FLIGHT -> text(scenario.inFlight());
    };
  }

  private static @Nullable String text(@Nullable Integer number) {
    return Objects.toString(number, null);
  }

  /// The scenario with this pool of that size.
  ///
  /// @throws IllegalArgumentException if this is no pool
  Scenario withSize(Scenario s, int size) {
    return switch (this) {
      case THREADS -> s.withPools(size, s.processes(), s.inFlight());
      case PROCESSES -> s.withPools(s.threads(), size, s.inFlight());
      case IN_FLIGHT -> s.withPools(s.threads(), s.processes(), size);
      case STRATEGY, DELAY, BODIES, CONTENT, ENDPOINTS, CALLERS -> throw noPool();
    };
  }

  /// The size of this pool.
  ///
  /// @throws IllegalArgumentException if this is no pool
  int sizeIn(Concurrency concurrency) {
    return switch (this) {
      case THREADS -> concurrency.threads();
      case PROCESSES -> concurrency.processes();
      case IN_FLIGHT -> concurrency.inFlight();
      case STRATEGY, DELAY, BODIES, CONTENT, ENDPOINTS, CALLERS -> throw noPool();
    };
  }

  private IllegalArgumentException noPool() {
    return new IllegalArgumentException(this + " is no size of a pool");
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
