package fanout.gate.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fanout.gate.judge.Gates;
import fanout.gate.judge.Judged;
import fanout.measure.ResultException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openjdk.jmh.annotations.Mode;

class GateFileTest {
  @TempDir private Path folder;

  @Test
  void readsWhatItWrote() throws IOException {
    var file = folder.resolve("deep/gate.json");

    GateFile.write(file, Gates.one());

    assertThat(GateFile.read(file)).isEqualTo(Gates.one());
    assertThat(file.getParent()).isDirectoryContaining("glob:**/gate.json");
    assertThat(file.resolveSibling("gate.json.new")).doesNotExist();
  }

  @Test
  void replacesAnEarlierFile() throws IOException {
    var file = Files.writeString(folder.resolve("gate.json"), "old");

    GateFile.write(file, Gates.one());

    assertThat(GateFile.read(file)).isEqualTo(Gates.one());
  }

  @Test
  void leavesNothingHalfWrittenBehind() throws IOException {
    var file = folder.resolve("gate.json");
    Files.createDirectories(file.resolve("not empty"));

    assertThatThrownBy(() -> GateFile.write(file, Gates.one()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("gate.json cannot be written");
    assertThat(file.resolveSibling("gate.json.new")).doesNotExist();
  }

  @Test
  void refusesAFileThatIsNotThere() {
    assertThatThrownBy(() -> GateFile.read(folder.resolve("none.json")))
        .isInstanceOf(ResultException.class)
        .hasMessageContaining("none.json cannot be read: it is missing");
  }

  @Test
  void refusesEmptyTruncatedAndForeignText() {
    refuses("", "g is empty: expected the gate.json of a run");
    refuses(text().substring(0, text().length() / 2), "g is no whole gate.json");
    refuses("[]", "g is no gate.json: expected an object with a version");
    refuses("{\"version\":\"one\"}", "g is no gate.json: expected an object with a version");
    refuses(text() + "{}", "g is no whole gate.json");
  }

  @Test
  void refusesAnotherVersion() {
    refuses(
        text().replace("\"version\" : 1", "\"version\" : 2"),
        "g is a gate.json of version 2: this gate reads version 1");
    refuses(text().replace("\"version\" : 1", "\"version\" : 99999999999"), "99999999999");
  }

  @Test
  void namesTheFieldThatIsMissingUnknownOrTwice() {
    refuses(text().replaceFirst("\"maxPairs\" : 24,", ""), "maxPairs");
    refuses(text().replaceFirst("\"label\" : \"main\"", "\"label\" : null"), "baseline.label");
    refuses(text().replaceFirst("\"order\" : \"BA\"", "\"order\" : 1"), "order");
    refuses(text().replaceFirst("\"complete\"", "\"extra\" : 1, \"complete\""), "extra");
    refuses(text().replaceFirst("\"rows\"", "\"notes\" : [ ], \"rows\""), "notes");
  }

  @Test
  void namesFieldsAsTheFileHasThem() {
    refuses(text().replaceFirst("\"alpha\" : 0.015", "\"alpha\" : true"), "(at settings.alpha)");
    refuses(
        text().replaceFirst("\"looks\" : \\[[^]]*]", "\"looks\" : null"), "missing (at settings)");
    refuses(
        text().replaceFirst("\"complete\"", "\"status\" : { }, \"complete\""), "status is unknown");
  }

  @Test
  void keepsWhyARunEndedEarlyAndWritesNothingWhereItDidNot() throws IOException {
    var run = Gates.one();
    var stopped = run.withStatus(run.status().stopped(StopReason.overBudget(3, 24)));

    assertThat(GateFile.parse("g", GateFile.text(stopped))).isEqualTo(stopped);
    assertThat(stopped.remarks()).containsExactly(StopReason.overBudget(3, 24).sentence());
    assertThat(text()).doesNotContain("stopReason");
  }

  @Test
  void refusesNumbersThatCannotBe() {
    refuses(text().replaceFirst("1.25", "-1.25"), "finite and not negative, got: -1.25");
    refuses(text().replaceFirst("1.25", "0"), "scores must be positive, got: 0.0");
    refuses(text().replaceFirst("1.25", "1e999"), "got: Infinity");
    refuses(text().replaceFirst("\"margin\" : 0.03", "\"margin\" : 3"), "3 % is 0.03), got: 3.0");
    refuses(text().replaceFirst("\"row\" : 0", "\"row\" : 4"), "Row 4 is named, but there are 1");
    refuses(
        text().replaceFirst("\"maxPairs\" : 24", "\"maxPairs\" : 5"), "from 6 to 10000, got: 5");
    refuses(text().replaceFirst("\"maxPairs\" : 24", "\"maxPairs\" : 30"), "all 30 pairs, got: [6");
  }

  @Test
  void refusesMorePairsOfARowThanTheMost() {
    var seven = Judged.level(7);
    var row = Gates.row("time", Mode.AverageTime, "ms/op");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> Gates.run(Gates.settings(6), List.of(row), Gates.pairs(0, seven, seven)))
        .withMessage("Row 0 has 7 counted pairs, and 6 are the most");
  }

  @Test
  void refusesAMarginThatCannotBeTold() {
    var rule = "\"margins\" : [ {\"benchmarks\":\"k.(a|b)*\",\"margin\":0.1,\"reason\":\"x\"} ]";
    var hopeless =
        text()
            .replaceFirst("\"margins\" : \\[ ?]", rule)
            .replace("demo.Work.time", "demo.Work." + "a".repeat(200_000));

    refuses(hopeless, "The margin's benchmarks are too much for a search in Work.aaa");
    refuses(
        text().replaceFirst("\"margins\" : \\[ ?]", rule.replace("k.(a|b)*", "(".repeat(100_000))),
        "The margin's benchmarks are no regular expression: ((((");
  }

  private static String text() {
    return GateFile.text(Gates.one());
  }

  private static void refuses(String text, String because) {
    assertThatThrownBy(() -> GateFile.parse("g", text))
        .isInstanceOf(ResultException.class)
        .hasMessageContaining(because)
        .message()
        .hasLineCount(1);
  }
}
