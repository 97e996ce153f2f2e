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
    var before = MachineReading.read(proc, List.of(7L), 0.5);
    write("cpu  180 10 70 860 20 0 0 60 9 0", 120);
    var after = MachineReading.read(proc, List.of(7L), 0.5);

    // of 200 ticks 20 were stolen and 110 used, 50 of them by us
    assertThat(after.since(before)).isEqualTo(new Interference(10.0, 30.0));
  }

  @Test
  void aProcessMayHaveBlanksAndParenthesesInItsName() throws IOException {
    write("cpu  100 0 50 800 10 0 0 40 5 0", 70);

    assertThat(MachineReading.read(proc, List.of(7L), null).ownTicks()).isEqualTo(70);
  }

  @Test
  void aProcessThatIsGoneCountsNothing() throws IOException {
    write("cpu  100 0 50 800 10 0 0 40 5 0", 70);

    assertThat(MachineReading.read(proc, List.of(8L), null).ownTicks()).isZero();
  }

  @Test
  void isEmptyWhereTheSystemDoesNotTell() {
    var unknown = MachineReading.read(proc.resolve("missing"), List.of(), null);

    assertThat(unknown.totalTicks()).isNull();
    assertThat(unknown.since(unknown)).isEqualTo(new Interference(null, null));
  }

  @Test
  void readsThisMachine() {
    var now = MachineReading.now();

    if (Files.exists(Path.of("/proc/stat"))) {
      assertThat(now.ownTicks()).isNotNull().isPositive();
      assertThat(now.totalTicks()).isNotNull().isGreaterThan(now.ownTicks());
    } else {
      assertThat(now.totalTicks()).isNull();
    }
  }

  private void write(String cpu, long ownTicks) throws IOException {
    Files.writeString(proc.resolve("stat"), cpu + "\ncpu0 1 2 3 4 5 6 7 8 9 0\n");
    Files.createDirectories(proc.resolve("7"));
    long rest = ownTicks - 6;
    Files.writeString(
        proc.resolve("7/stat"),
        "7 (a (b) c) S 1 7 7 0 -1 4194560 1 2 3 4 " + rest + " 3 2 1 20 0 9 0 55 1 2\n");
  }
}
