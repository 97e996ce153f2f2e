package fanout.suite.plan;

import static fanout.vocabulary.Delay.FIXED_20_MS;
import static fanout.vocabulary.Delay.LOGNORMAL_20_MS;
import static fanout.vocabulary.Delay.NONE;

import fanout.measure.ForkLength;
import fanout.vocabulary.Bodies;
import fanout.vocabulary.Content;
import fanout.vocabulary.Delay;
import fanout.vocabulary.Program;
import fanout.vocabulary.PythonProgram;
import fanout.vocabulary.Scenario;
import fanout.vocabulary.Strategy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// What each preset measures, and for how long.
///
/// Most benchmarks warm up by themselves, by work; what JMH adds is for the delay and the callers.
final class PresetGrids {
  private static final ForkLength SMOKE_LENGTH = new ForkLength(1, 200, 2, 100);
  private static final ForkLength NO_DELAY_LENGTH = new ForkLength(1, 200, 2, 500);
  private static final ForkLength DELAY_LENGTH = new ForkLength(1, 400, 2, 500);

  /// Long enough for ten batches of each of 64 callers, of which a shorter iteration has hardly
  /// one.
  private static final ForkLength MANY_CALLERS_LENGTH = new ForkLength(2, 1000, 1, 5000);

  private static final ForkLength FAN_OUT_LENGTH = new ForkLength(0, 1, 1, 1000);
  private static final ForkLength LARGE_FAN_OUT_LENGTH = new ForkLength(1, 2000, 1, 2000);
  private static final ForkLength DECODE_LENGTH = new ForkLength(1, 1000, 2, 500);

  /// One single shot, after one without pause that keeps the benchmark's own warm-up out of the
  /// costs. The times say nothing to JMH; after half of the second, in the pause, threads and
  /// connections are counted.
  private static final ForkLength ARTICLE_SHOT = new ForkLength(1, 1, 1, 1000);

  /// One single shot; the benchmark itself runs the program once before.
  private static final ForkLength ONE_SHOT = new ForkLength(0, 1, 1, 1);

  /// Ten single shots in five rounds; the benchmark itself runs the program once before.
  private static final ForkLength TWO_SHOTS = new ForkLength(0, 1, 2, 1);

  private static final ForkLength WORKERS_LENGTH = new ForkLength(3, 1000, 3, 500);

  /// Enough to see whether the order of strategies is that of their largest response.
  private static final List<Strategy> WHETHER_IT_IS_PHOTOS =
      List.of(Strategy.SEQUENTIAL, Strategy.VIRTUAL_THREADS, Strategy.MULTI_PROCESS);

  private PresetGrids() {}

  static List<ParameterGrid> smoke() {
    var grids = new ArrayList<ParameterGrid>();
    grids.add(six(SMOKE_LENGTH, NONE));
    grids.add(six(SMOKE_LENGTH, FIXED_20_MS));
    grids.add(article(Duration.ofMillis(300)));
    grids.add(fanOut(SMOKE_LENGTH, 6));
    grids.add(
        coldStart(
            ColdStartForks.WITHOUT_PAUSE,
            ONE_SHOT,
            List.of(Strategy.VIRTUAL_THREADS, PythonProgram.PYTHON_THREAD_POOL)));
    grids.add(ParameterGrid.of(new PipeRoundTripForks(), SMOKE_LENGTH));
    grids.add(decode(SMOKE_LENGTH, List.of(Content.PHOTOS, Content.USERS)));
    grids.addAll(floor(SMOKE_LENGTH, List.of(Bodies.SIX)));
    return withBareClient(grids);
  }

  /// What most people want to know.
  ///
  /// @param articleWarmUp how long `ArticleBenchmark` warms up, without pause
  static List<ParameterGrid> standard(Duration articleWarmUp) {
    return withBareClient(usual(articleWarmUp));
  }

  private static List<ParameterGrid> usual(Duration articleWarmUp) {
    return List.of(
        six(NO_DELAY_LENGTH, NONE),
        six(DELAY_LENGTH, FIXED_20_MS),
        article(articleWarmUp),
        fanOut(FAN_OUT_LENGTH, 6, 600));
  }

  static List<ParameterGrid> full() {
    var grids = new ArrayList<>(usual(Duration.ofSeconds(6)));
    grids.add(six(DELAY_LENGTH, LOGNORMAL_20_MS));
    grids.add(six(MANY_CALLERS_LENGTH, FIXED_20_MS).with(List.of(8, 64), Scenario::withCallers));
    grids.add(
        ParameterGrid.of(new SixEndpointsForks(), NO_DELAY_LENGTH)
            .with(WHETHER_IT_IS_PHOTOS, Scenario::withStrategy)
            .with(List.of(NONE), Scenario::withDelay)
            .with(List.of(Bodies.EQUAL), Scenario::withBodies));
    grids.add(fanOut(FAN_OUT_LENGTH, 60));
    grids.add(fanOut(LARGE_FAN_OUT_LENGTH, 6000));
    for (var kind : List.of(ColdStartForks.WITHOUT_PAUSE, ColdStartForks.WITH_PAUSE)) {
      grids.add(coldStart(kind, TWO_SHOTS, Program.all()));
      grids.add(
          coldStart(kind, TWO_SHOTS, List.of(Strategy.MULTI_PROCESS))
              .withSizes(Parameter.PROCESSES, List.of(PythonProgram.WORKERS))
              .withSizes(Parameter.IN_FLIGHT, List.of(1)));
    }
    grids.add(ParameterGrid.of(new PipeRoundTripForks(), WORKERS_LENGTH));
    BodyTransferForks.all().forEach(kind -> grids.add(ParameterGrid.of(kind, WORKERS_LENGTH)));
    grids.add(decode(DECODE_LENGTH, Content.OF_THE_STUB));
    grids.addAll(floor(DECODE_LENGTH, List.of(Bodies.SIX, Bodies.EQUAL)));
    return withBareClient(grids);
  }

  private static ParameterGrid six(ForkLength length, Delay delay) {
    return everyStrategy(new SixEndpointsForks(), length).with(List.of(delay), Scenario::withDelay);
  }

  private static ParameterGrid article(Duration warmUp) {
    return everyStrategy(new ArticleForks(warmUp), ARTICLE_SHOT);
  }

  private static ParameterGrid fanOut(ForkLength length, Integer... endpoints) {
    return everyStrategy(new FanOutForks(), length)
        .with(List.of(endpoints), Scenario::withEndpoints);
  }

  private static ParameterGrid coldStart(
      ColdStartForks kind, ForkLength length, List<? extends Program> programs) {
    return ParameterGrid.of(kind, length).with(programs, Scenario::withStrategy);
  }

  private static ParameterGrid decode(ForkLength length, List<Content> contents) {
    return ParameterGrid.of(new DecodeForks(), length).with(contents, Scenario::withBodies);
  }

  private static List<ParameterGrid> floor(ForkLength length, List<Bodies> bodies) {
    return FloorForks.all().stream()
        .map(kind -> ParameterGrid.of(kind, length).with(bodies, Scenario::withBodies))
        .toList();
  }

  /// The grids, and for each of strategies what a bare client needs for the same.
  private static List<ParameterGrid> withBareClient(List<ParameterGrid> grids) {
    var all = new ArrayList<>(grids);
    for (var grid : grids) {
      if (grid.kind().benchmark().floor().isPresent()) {
        var floors = grid.scenarios().stream().flatMap(each -> each.floor().stream()).distinct();
        all.add(
            new ParameterGrid(new BareClientForks(grid.kind()), grid.length(), floors.toList()));
      }
    }
    return all;
  }

  private static ParameterGrid everyStrategy(BenchmarkForks kind, ForkLength length) {
    return ParameterGrid.of(kind, length).with(List.of(Strategy.values()), Scenario::withStrategy);
  }
}
