package fanout.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fanout.gate.judge.Verdict;
import fanout.vocabulary.PythonProgram;
import fanout.vocabulary.Strategy;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ThemeTest {
  private static final Theme THEME = Theme.FANOUT;

  @Test
  void everyColourHasOneTwin() {
    assertThat(THEME.light().all())
        .map(colour -> colour.toLowerCase(Locale.ROOT))
        .doesNotHaveDuplicates()
        .hasSameSizeAs(THEME.dark().all());
    assertThat(THEME.light().strategies()).hasSameSizeAs(THEME.order());
  }

  @Test
  void everyStrategyHasAPlaceAndSoAColour() {
    assertThat(THEME.order())
        .containsExactlyElementsOf(Arrays.stream(Strategy.values()).map(Enum::name).toList());
  }

  @Test
  void everyPythonProgramIsListedAsTheFirstStrategyThatItIsTheCounterpartOf() {
    var expected = new HashMap<String, String>();
    for (var program : PythonProgram.values()) {
      Arrays.stream(Strategy.values())
          .filter(s -> s.counterpart().scriptName().equals(program.scriptName()))
          .findFirst()
          .ifPresent(strategy -> expected.put(program.name(), strategy.name()));
    }
    assertThat(THEME.counterparts()).isEqualTo(expected).hasSize(PythonProgram.values().length);
  }

  @Test
  void everyVerdictThatClaimsSomethingHasTheColourOfAStrategy() {
    var claims =
        Stream.of(new Verdict.Regressed(), new Verdict.Improved(), new Verdict.Same())
            .map(verdict -> verdict.word().toUpperCase(Locale.ROOT));

    assertThat(THEME.verdicts().keySet()).containsExactlyInAnyOrderElementsOf(claims.toList());
    assertThat(THEME.order()).containsAll(THEME.verdicts().values());
  }

  @Test
  void exchangesColoursOfShapesAndLeavesTextsAlone() {
    assertThat(THEME.darkened("<text fill=\"#003876\" stroke=\"none\">#003876</text>"))
        .isEqualTo("<text fill=\"#5077DC\" stroke=\"none\">#003876</text>");
  }

  @Test
  void refusesAColourThatHasNoTwin() {
    assertThatThrownBy(() -> THEME.darkened("<path stroke=\"#123456\"/>"))
        .hasMessageStartingWith("#123456 is no colour of the light theme");
  }

  @Test
  void listsCounterpartsAfterStrategiesAndTheUnknownLast() {
    int strategies = THEME.order().size();

    assertThat(THEME.place("SEQUENTIAL")).isZero();
    assertThat(THEME.place(THEME.order().getLast())).isEqualTo(strategies - 1);
    assertThat(THEME.place("PYTHON_SEQUENTIAL")).isEqualTo(strategies);
    assertThat(THEME.place("PYTHON_PROCESS_POOL"))
        .isEqualTo(strategies + THEME.place("MULTI_PROCESS"));
    assertThat(THEME.place("PYTHON_REQUESTS_PROCESS_POOL"))
        .isEqualTo(THEME.place("PYTHON_PROCESS_POOL"));
    assertThat(THEME.place("OTHER")).isEqualTo(2 * strategies);
  }
}
