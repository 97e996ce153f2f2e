package fanout.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;

/// What people send to processes.
final class Signals {
  private Signals() {}

  /// Such as `STOP`.
  static void send(String name, LocalMember member) throws IOException, InterruptedException {
    var pid = Long.toString(member.handle().pid());
    assertThat(new ProcessBuilder("kill", "-" + name, pid).start().waitFor()).isZero();
  }
}
