package fanout.gate.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvidenceRunTest {
  @Test
  void everyRunHasANameAndASeedOfItsOwn() {
    var runs = EvidenceRun.all();

    assertThat(runs).filteredOn(run -> run.slowerPercent() == 0).hasSize(30);
    for (int slower : new int[] {5, 10, 20}) {
      assertThat(runs).filteredOn(run -> run.slowerPercent() == slower).hasSize(8);
    }
    assertThat(runs).extracting(EvidenceRun::name).doesNotHaveDuplicates();
    assertThat(runs).extracting(EvidenceRun::seed).doesNotHaveDuplicates();
    assertThat(runs).isEqualTo(EvidenceRun.all());
  }

  @Test
  void runsThatFailedOrAreStillToComeAreListed(@TempDir Path folder) throws Exception {
    Files.writeString(folder.resolve("slower-20-3.failed.txt"), "Exit code 3");

    assertThat(EvidenceTable.markdown(folder).lines())
        .hasSize(2 + 54)
        .contains("| slower-20-3 | +20 % | could not be run | | | | | | |")
        .contains("| same-07 |  | not run yet | | | | | | |");
  }
}
