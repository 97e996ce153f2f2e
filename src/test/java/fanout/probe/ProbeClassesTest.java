package fanout.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// What other projects' forks load, on their JDK.
class ProbeClassesTest {
  private static final int JAVA_11 = 55;

  @Test
  void everyClassLoadsOnJava11() throws Exception {
    var folder = classes().resolve("fanout/probe");
    try (var files = Files.list(folder)) {
      var found = files.filter(file -> file.toString().endsWith(".class")).toList();

      assertThat(found)
          .contains(
              folder.resolve("CostProfiler.class"),
              folder.resolve("RequestProfiler.class"),
              folder.resolve("ReferenceLoop.class"));
      for (var file : found) {
        assertThat(majorVersion(file)).as(file.toString()).isEqualTo(JAVA_11);
      }
    }
  }

  /// They say what an older Java is missing.
  @Test
  void bothLaunchersLoadOnJava11() throws Exception {
    var folder = classes().resolve("fanout");

    assertThat(majorVersion(folder.resolve("cli/jmh/JmhMain.class"))).isEqualTo(JAVA_11);
    assertThat(majorVersion(folder.resolve("gate/cli/GateMain.class"))).isEqualTo(JAVA_11);
  }

  @Test
  void thisJavaCountsWhatAllThreadsAllocate() {
    assertThat(Allocation.unitPerOperation()).isEqualTo("B/op");
  }

  private static Path classes() throws Exception {
    return Path.of(CostProfiler.class.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  private static int majorVersion(Path file) throws IOException {
    try (var in = new DataInputStream(Files.newInputStream(file))) {
      assertThat(in.readInt()).as("magic number").isEqualTo(0xCAFEBABE);
      assertThat(in.readUnsignedShort()).as("minor version").isZero();
      return in.readUnsignedShort();
    }
  }
}
