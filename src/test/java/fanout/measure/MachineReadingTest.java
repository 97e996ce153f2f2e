package fanout.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MachineReadingTest {
  @TempDir Path proc;

  @Test
  void tellsStealAndForeignShareInPercent() throws IOException {
    //       user nice system idle iowait irq softirq steal guest guest_nice
    write("cpu  100 0 50 800 10 0 0 40 5 0", 70);
    var before = read(7);
    write("cpu  180 10 70 860 20 0 0 60 9 0", 120);
    var after = read(7);

    // of 200 ticks 20 were stolen and 110 used, 50 of them by us
    assertThat(after.since(before)).isEqualTo(new Interference(10.0, 30.0));
  }

  /// Others keep 62 of 64 processors busy, and the two of ours are idle.
  @Test
  void onlyTheProcessorsThatWeMayRunOnCount() throws IOException {
    Files.createDirectories(proc.resolve("self"));
    Files.writeString(proc.resolve("self/status"), "Name:\tjava\nCpus_allowed_list:\t2,4-4\n");
    write("cpu  9000 0 0 1000 0 0 0 0 0 0", 70, 0, 0);
    var before = read(7);
    write("cpu  99000 0 0 1100 0 0 0 0 0 0", 120, 10, 50);
    var after = read(7);

    // of 200 ticks of two processors 60 were used, 50 of them by us
    assertThat(after.since(before)).isEqualTo(new Interference(0.0, 5.0));
  }

  /// Half a second of a limit of two processors, of which we used 40 ticks and others 10.
  @Test
  void aContainerIsJudgedByItsOwnAccounts() throws IOException {
    write("cpu  9000 0 0 1000 0 0 0 0 0 0", 70);
    Files.writeString(proc.resolve("cpu.max"), "200000 100000\n");
    Files.writeString(
        proc.resolve("cpu.stat"), "usage_usec 1000000\nnr_periods 5\nthrottled_usec 5000\n");
    var before = read(7, 0);
    write("cpu  99000 0 0 1100 0 0 0 0 0 0", 110);
    Files.writeString(
        proc.resolve("cpu.stat"), "usage_usec 1500000\nnr_periods 9\nthrottled_usec 55000\n");
    var after = read(7, 500_000_000);

    assertThat(after.since(before)).isEqualTo(new Interference(5.0, 10.0));
  }

  @Test
  void aContainerWithoutALimitIsTheMachine() throws IOException {
    Files.writeString(proc.resolve("cpu.max"), "max 100000\n");
    write("cpu  100 0 50 800 10 0 0 40 5 0", 70);
    var before = read(7);
    write("cpu  180 10 70 860 20 0 0 60 9 0", 120);

    assertThat(read(7).since(before)).isEqualTo(new Interference(10.0, 30.0));
  }

  @Test
  void aProcessMayHaveBlanksAndParenthesesInItsName() throws IOException {
    write("cpu  100 0 50 800 10 0 0 40 5 0", 70);

    assertThat(read(7).ownTicks()).isEqualTo(70);
  }

  @Test
  void aProcessThatIsGoneCountsNothing() throws IOException {
    write("cpu  100 0 50 800 10 0 0 40 5 0", 70);

    assertThat(read(8).ownTicks()).isZero();
  }

  @Test
  void isEmptyWhereTheSystemDoesNotTell() {
    var unknown = MachineReading.read(proc.resolve("missing"), proc, List.of(), 0, null);

    assertThat(unknown.processors()).isNull();
    assertThat(unknown.since(unknown)).isEqualTo(new Interference(null, null));
  }

  @Test
  void readsThisMachine() {
    var now = MachineReading.now();

    if (Files.exists(Path.of("/proc/stat"))) {
      assertThat(now.ownTicks()).isNotNull().isPositive();
      assertThat(now.processors()).isNotNull();
    } else {
      assertThat(now.processors()).isNull();
    }
  }

  private MachineReading read(long pid) {
    return read(pid, 0);
  }

  private MachineReading read(long pid, long nowNs) {
    return MachineReading.read(proc, proc, List.of(pid), nowNs, 0.5);
  }

  private void write(String cpu, long ownTicks) throws IOException {
    write(cpu, ownTicks, 0, 0);
  }

  private void write(String cpu, long ownTicks, long second, long fourth) throws IOException {
    Files.writeString(
        proc.resolve("stat"),
        cpu
            + "\ncpu0 1 2 3 4 5 6 7 8 9 0\ncpu1 1 2 3 4 5 6 7 8 9 0\n"
            + core(2, second)
            + core(4, fourth));
    Files.createDirectories(proc.resolve("7"));
    long rest = ownTicks - 6;
    Files.writeString(
        proc.resolve("7/stat"),
        "7 (a (b) c) S 1 7 7 0 -1 4194560 1 2 3 4 " + rest + " 3 2 1 20 0 9 0 55 1 2\n");
  }

  /// After one second in which it was busy for so many ticks, or before it.
  private static String core(int number, long busy) {
    long idle = busy == 0 ? 0 : 100 - busy;
    return "cpu%s %s 0 0 %s 0 0 0 0 0 0\n".formatted(number, busy, idle);
  }
}
