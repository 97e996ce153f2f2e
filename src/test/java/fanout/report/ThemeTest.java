package fanout.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class ThemeTest {
  private static final Theme THEME = Theme.load();

  @Test
  void everyColourHasOneTwin() {
    assertThat(THEME.light().all())
        .map(colour -> colour.toLowerCase(Locale.ROOT))
        .doesNotHaveDuplicates()
        .hasSameSizeAs(THEME.dark().all());
    assertThat(THEME.light().strategies()).hasSameSizeAs(THEME.order());
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
    assertThat(THEME.place("SEQUENTIAL")).isZero();
    assertThat(THEME.place("MULTI_PROCESS")).isEqualTo(6);
    assertThat(THEME.place("PYTHON_SEQUENTIAL")).isEqualTo(7);
    assertThat(THEME.place("OTHER")).isEqualTo(14);
  }
}
