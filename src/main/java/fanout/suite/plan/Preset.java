package fanout.suite.plan;

import static fanout.vocabulary.Delay.FIXED_100_MS;
import static fanout.vocabulary.Delay.FIXED_20_MS;
import static fanout.vocabulary.Delay.LOGNORMAL_20_MS;
import static fanout.vocabulary.Delay.NONE;

import fanout.measure.ForkLength;
import fanout.stub.StubWarmUp;
import fanout.vocabulary.Delay;
import fanout.vocabulary.Program;
import fanout.vocabulary.PythonProgram;
import fanout.vocabulary.Strategy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/// How much is measured, and for how long.
///
/// Without delay a client still speeds up after eight seconds, with 20 ms after three to four: that
/// is how long a fork that counts warms up.
public enum Preset {
  /// Everything once and briefly, to see that it works: not for quoting.
  SMOKE(1),
  /// Five rounds of what most people ask, within 20 minutes on two cores.
  STANDARD(5),
  /// Five rounds of everything, 30 minutes or more: what the README quotes.
  FULL(5);

  private static final ForkLength SMOKE_LENGTH = length(1, 200, 2, 100);
  private static final ForkLength NO_DELAY_LENGTH = length(4, 2000, 3, 500);
  private static final ForkLength DELAY_LENGTH = length(4, 1000, 3, 500);
  private static final ForkLength MANY_CALLERS_LENGTH = length(3, 1000, 3, 500);
  private static final ForkLength FAN_OUT_LENGTH = length(1, 1000, 1, 1000);
  private static final ForkLength LARGE_FAN_OUT_LENGTH = length(1, 2000, 1, 2000);
  private static final ForkLength DECODE_LENGTH = length(1, 1000, 2, 500);

  /// One shot, after one without pause that keeps the benchmark's own warm-up out of the costs. The
  /// times say nothing to JMH; after half of the second, in the pause, threads and connections are
  /// counted.
  private static final ForkLength ARTICLE_SHOT = length(1, 1, 1, 1000);

  /// One shot; the benchmark itself runs the program once before.
  private static final ForkLength ONE_SHOT = length(0, 1, 1, 1);

  /// Ten shots in five rounds; the benchmark itself runs the program once before.
  private static final ForkLength TWO_SHOTS = length(0, 1, 2, 1);

  private static final ForkLength HAND_OVER_LENGTH = length(3, 1000, 3, 500);

  /// Enough to tell whether the order of strategies is that of their largest answer.
  private static final List<String> WHETHER_IT_IS_PHOTOS =
      names(Strategy.SEQUENTIAL, Strategy.VIRTUAL_THREADS, Strategy.MULTI_PROCESS);

  private final int rounds;

  Preset(int rounds) {
    this.rounds = rounds;
  }

  /// Rounds where no other number is asked for.
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

  /// How long `ArticleBenchmark` warms up, without pause.
  public Duration articleWarmUp() {
    return switch (this) {
      case SMOKE -> Duration.ofMillis(300);
      case STANDARD -> Duration.ofSeconds(2);
      case FULL -> Duration.ofSeconds(6);
    };
  }

  /// What the JVM of each fork gets beside the benchmark's own flags.
  public List<String> jvmFlags() {
    return switch (this) {
      // Forks so short never reach the second compiler; without it they start sooner.
      case SMOKE -> List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");
      case STANDARD, FULL -> List.of();
    };
  }

  List<ParameterGrid> series() {
    return switch (this) {
      case SMOKE -> smoke();
      case STANDARD -> standard();
      case FULL -> full();
    };
  }

  private static List<ParameterGrid> smoke() {
    var series = new ArrayList<ParameterGrid>();
    series.add(six(SMOKE_LENGTH, NONE, "SIX", "1"));
    series.add(six(SMOKE_LENGTH, FIXED_20_MS, "SIX", "1"));
    series.add(article());
    series.add(fanOut(SMOKE_LENGTH, "6"));
    series.add(
        coldStart(SuiteBenchmark.COLD_START, ONE_SHOT)
            .with(
                Parameter.STRATEGY,
                names(Strategy.VIRTUAL_THREADS, PythonProgram.PYTHON_THREAD_POOL)));
    series.add(new ParameterGrid(SuiteBenchmark.HAND_OVER, SMOKE_LENGTH, Map.of()));
    series.add(decode(SMOKE_LENGTH, "PHOTOS", "USERS"));
    series.addAll(floor(SMOKE_LENGTH, "SIX"));
    return series;
  }

  private static List<ParameterGrid> standard() {
    return List.of(
        six(NO_DELAY_LENGTH, NONE, "SIX", "1"),
        six(DELAY_LENGTH, FIXED_20_MS, "SIX", "1"),
        article(),
        fanOut(FAN_OUT_LENGTH, "6", "60", "600"));
  }

  private static List<ParameterGrid> full() {
    var series = new ArrayList<>(standard());
    series.add(six(DELAY_LENGTH, LOGNORMAL_20_MS, "SIX", "1"));
    series.add(six(MANY_CALLERS_LENGTH, FIXED_20_MS, "SIX", "8", "64"));
    series.add(
        six(NO_DELAY_LENGTH, NONE, "EQUAL", "1").with(Parameter.STRATEGY, WHETHER_IT_IS_PHOTOS));
    series.add(fanOut(LARGE_FAN_OUT_LENGTH, "6000"));
    for (var benchmark : List.of(SuiteBenchmark.COLD_START, SuiteBenchmark.COLD_START_PAUSED)) {
      series.add(coldStart(benchmark, TWO_SHOTS));
      series.add(
          coldStart(benchmark, TWO_SHOTS)
              .with(Parameter.STRATEGY, names(Strategy.MULTI_PROCESS))
              .with(Parameter.PROCESSES, List.of(Integer.toString(PythonProgram.WORKERS)))
              .with(Parameter.IN_FLIGHT, List.of("1")));
    }
    series.add(new ParameterGrid(SuiteBenchmark.HAND_OVER, HAND_OVER_LENGTH, Map.of()));
    series.add(decode(DECODE_LENGTH, "POSTS", "COMMENTS", "ALBUMS", "PHOTOS", "TODOS", "USERS"));
    series.addAll(floor(DECODE_LENGTH, "SIX", "EQUAL"));
    return series;
  }

  private static ParameterGrid six(
      ForkLength length, Delay delay, String bodies, String... callers) {
    return strategies(SuiteBenchmark.SIX_ENDPOINTS, length)
        .with(Parameter.DELAY, List.of(delay.name()))
        .with(Parameter.BODIES, List.of(bodies))
        .with(Parameter.CALLERS, List.of(callers));
  }

  private static ParameterGrid article() {
    return strategies(SuiteBenchmark.ARTICLE, ARTICLE_SHOT);
  }

  /// Every program; in Java with the run's pools.
  private static ParameterGrid coldStart(SuiteBenchmark benchmark, ForkLength length) {
    return new ParameterGrid(
        benchmark,
        length,
        Map.of(Parameter.STRATEGY, Program.all().stream().map(Program::text).toList()));
  }

  private static List<String> names(Program... programs) {
    return Arrays.stream(programs).map(Program::text).toList();
  }

  private static ParameterGrid fanOut(ForkLength length, String... endpoints) {
    return strategies(SuiteBenchmark.FAN_OUT, length)
        .with(Parameter.DELAY, List.of(FIXED_100_MS.name()))
        .with(Parameter.ENDPOINTS, List.of(endpoints));
  }

  private static ParameterGrid decode(ForkLength length, String... contents) {
    return new ParameterGrid(
        SuiteBenchmark.DECODE, length, Map.of(Parameter.CONTENT, List.of(contents)));
  }

  private static List<ParameterGrid> floor(ForkLength length, String... bodies) {
    return Stream.of(
            SuiteBenchmark.FLOOR_ONE,
            SuiteBenchmark.FLOOR_SIX,
            SuiteBenchmark.FLOOR_SIX_TWO_THREADS)
        .map(benchmark ->
            new ParameterGrid(
                benchmark,
                length,
                Map.of(Parameter.DELAY, List.of(NONE.name()), Parameter.BODIES, List.of(bodies))))
        .toList();
  }

  private static ParameterGrid strategies(SuiteBenchmark benchmark, ForkLength length) {
    return new ParameterGrid(
        benchmark,
        length,
        Map.of(Parameter.STRATEGY, Arrays.stream(Strategy.values()).map(Enum::name).toList()));
  }

  private static ForkLength length(int warmUps, int warmUpMillis, int iterations, int millis) {
    return new ForkLength(warmUps, warmUpMillis, iterations, millis);
  }
}
