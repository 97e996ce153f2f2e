package fanout.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProjectGateTest {
  @Test
  void whatMavenLeavesEmptyCountsAsNotGiven() {
    assertThat(
            ProjectGate.given(
                "--base=main", "--budget=", "-p", "content=USERS,PHOTOS", "--resume="))
        .containsExactly("--base=main", "-p", "content=USERS,PHOTOS");
  }
}
