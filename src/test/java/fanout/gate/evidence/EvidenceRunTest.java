package fanout.gate.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

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
}
