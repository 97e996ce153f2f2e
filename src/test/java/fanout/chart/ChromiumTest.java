package fanout.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

class ChromiumTest {
  @Test
  void aMissingBrowserFailsTheTestsWhereTheyMustRun() {
    assertThatThrownBy(() -> Chromium.required(Optional.empty(), true))
        .isInstanceOf(AssertionError.class)
        .hasMessage("FANOUT_NEEDS_CHROMIUM is set, but there is no Chromium on the PATH.");
  }

  @Test
  void aMissingBrowserSkipsThemElsewhere() {
    assertThatThrownBy(() -> Chromium.required(Optional.empty(), false))
        .isInstanceOf(TestAbortedException.class)
        .hasMessageContaining("install the package chromium");
  }

  @Test
  void theBrowserThatIsThereIsUsed() {
    var program = Path.of("chromium");

    assertThat(Chromium.required(Optional.of(program), true)).isEqualTo(program);
  }
}
