package fanout.cli.jmh;

import static org.assertj.core.api.Assertions.assertThat;

import fanout.cli.jmh.PlainJmh.Contender;
import fanout.cli.jmh.PlainJmh.Contenders;
import fanout.cli.jmh.PlainJmh.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainJmhTest {
  private static final Contender ASYNC = new Contender("ASYNC", Optional.empty());
  private static final Contender SEQUENTIAL = new Contender("SEQUENTIAL", Optional.empty());
  private static final Contender BROKEN = new Contender("BROKEN", Optional.of("it is broken."));

  private final List<String> asked = new ArrayList<>();
  private final List<Place> places = new ArrayList<>();
  private final List<String> lines = new ArrayList<>();

  @Test
  void leavesOutWhatCannotRunHereAndSaysWhy() {
    assertThat(arguments("SixEndpoints", "-i", "1"))
        .containsExactly("SixEndpoints", "-i", "1", "-p", "strategy=ASYNC,SEQUENTIAL");
    assertThat(lines).containsExactly("BROKEN is skipped: it is broken.");
    assertThat(asked).containsExactly("strategy");
  }

  @Test
  void saysOnceWhatIsAStrategyAndAProgram() {
    assertThat(arguments())
        .containsExactly("-p", "strategy=ASYNC,SEQUENTIAL", "-p", "program=ASYNC,SEQUENTIAL");
    assertThat(lines).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-p strategy=BROKEN", "-pstrategy=BROKEN", "-p threads=9 -p strategy=B"})
  void runsWhatIsAskedFor(String options) {
    var args = ("SixEndpoints " + options).split(" ", -1);

    assertThat(arguments(args)).containsExactly(args);
    assertThat(asked).isEmpty();
  }

  @Test
  void choosesPerParameter() {
    assertThat(arguments("ColdStart|SixEndpoints", "-p", "strategy=BROKEN"))
        .endsWith("-p", "program=ASYNC,SEQUENTIAL");
    assertThat(asked).containsExactly("program");
  }

  @ParameterizedTest
  @ValueSource(strings = {"DecodeBenchmark", "-e .*", "NoSuchBenchmark"})
  void asksNothingWhereNoBenchmarkHasContenders(String options) {
    assertThat(arguments(options.split(" ", -1))).containsExactly(options.split(" ", -1));
    assertThat(asked).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"-h", "-l", "-lp", "-lprof", "-lrf", "--no-such-option", "("})
  void asksNothingWhereNoBenchmarkWillRun(String option) {
    assertThat(arguments(option)).containsExactly(option);
    assertThat(asked).isEmpty();
  }

  @Test
  void asksWhatCanRunInThisJvmWhereNothingIsForked() {
    arguments("SixEndpoints", "-f", "0");
    arguments("SixEndpoints", "-f", "2");
    arguments("SixEndpoints");

    assertThat(places).containsExactly(Place.THIS_JVM, Place.FORK, Place.FORK);
  }

  @Test
  void changesNothingWhereAllCanRun() {
    var all = new Contenders("strategy", true, _ -> List.of(ASYNC, SEQUENTIAL));

    assertThat(PlainJmh.arguments(new String[] {"-i", "1"}, List.of(all), lines::add))
        .containsExactly("-i", "1");
    assertThat(lines).isEmpty();
  }

  @Test
  void namesAllThatCanRunWhereTheirParameterIsNoEnum() {
    var all = new Contenders("program", false, _ -> List.of(ASYNC, SEQUENTIAL));

    assertThat(PlainJmh.arguments(new String[] {"ColdStart"}, List.of(all), lines::add))
        .containsExactly("ColdStart", "-p", "program=ASYNC,SEQUENTIAL");
    assertThat(lines).isEmpty();
  }

  private String[] arguments(String... args) {
    return PlainJmh.arguments(
        args, List.of(contenders("strategy"), contenders("program")), lines::add);
  }

  private Contenders contenders(String parameter) {
    return new Contenders(
        parameter,
        true,
        place -> {
          asked.add(parameter);
          places.add(place);
          return List.of(ASYNC, BROKEN, SEQUENTIAL);
        });
  }
}
