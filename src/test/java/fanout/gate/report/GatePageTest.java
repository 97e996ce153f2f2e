package fanout.gate.report;

import static org.assertj.core.api.Assertions.assertThat;

import fanout.chart.BrowsedPage;
import fanout.gate.judge.Gates;
import fanout.gate.judge.Judge;
import fanout.gate.result.Pair;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openjdk.jmh.annotations.Mode;

/// The gate's page in a real browser.
class GatePageTest {
  private static final List<String> HOSTILE =
      List.of(
          "demo.</script><script>alert(1)</script>",
          "demo.\"'><img src=x onerror=alert(1)>",
          "demo.__proto__");
  private static final double[] SCORES = {1, 1.01, 0.99, 1.02, 0.98, 1};

  @TempDir Path folder;

  @Test
  void namesOfAnotherProjectAreOnlyText() throws IOException {
    var pairs = new ArrayList<Pair>();
    for (int row = 0; row < HOSTILE.size(); row++) {
      pairs.addAll(Gates.pairs(row, SCORES, SCORES));
    }
    var rows = HOSTILE.stream().map(name -> Gates.row(name, Mode.AverageTime, "us/op")).toList();
    var run =
        Gates.run(Gates.settings(6), rows, pairs)
            .withNotes(List.of("Only the candidate has <img src=x onerror=alert(2)>: not judged."));
    GateReport.write(folder, run, Judge.of(run));

    try (var browser = new BrowsedPage()) {
      browser.open(folder.resolve("gate.html"), BrowsedPage.WIDE);

      browser.requireQuiet();
      assertThat(browser.number("document.querySelectorAll('img, [onerror]').length")).isZero();
      assertThat(browser.text("document.body.innerText"))
          .contains("<img src=x onerror=alert(2)>")
          .contains("__proto__");
    }
  }
}
