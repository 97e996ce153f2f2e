package fanout.suite.plan;

import fanout.stub.StubWarmUp;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/// How much is measured.
public enum Preset {
  /// Everything once and briefly, to see that it works: not for quoting.
  SMOKE(1),
  /// Five rounds of what most people want to know, within 20 minutes on two cores.
  STANDARD(5),
  /// Five rounds of everything, an hour or more: what the README quotes.
  FULL(5);

  private final int rounds;

  Preset(int rounds) {
    this.rounds = rounds;
  }

  /// Rounds where no other number is given.
  public int rounds() {
    return rounds;
  }

  /// As it is typed and recorded: `smoke`.
  public String typedName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// How long the stub is warmed up at most.
  public Duration stubWarmUp() {
    return switch (this) {
      case SMOKE -> Duration.ofSeconds(2);
      case STANDARD, FULL -> StubWarmUp.BOUND;
    };
  }

  /// How long a benchmark that warms up by work should take for it, where it may.
  Duration warmUp() {
    return switch (this) {
      case SMOKE -> Duration.ZERO;
      case STANDARD, FULL -> Duration.ofSeconds(4);
    };
  }

  /// What the JVM of each fork gets beside the benchmark's own flags.
  public List<String> jvmFlags() {
    return switch (this) {
      // Forks so short never reach the second compiler; without it they start sooner.
      case SMOKE ->
          List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Dfanout.warmUp.seconds=0");
      case STANDARD, FULL -> List.of();
    };
  }

  List<ParameterGrid> grids() {
    return switch (this) {
      case SMOKE -> PresetGrids.smoke();
      case STANDARD -> PresetGrids.standard(Duration.ofSeconds(2));
      case FULL -> PresetGrids.full();
    };
  }
}
