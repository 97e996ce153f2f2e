package fanout.os;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class JavaProgramTest {
  @ParameterizedTest
  @EnumSource
  void hasAMainClass(JavaProgram program) throws ClassNotFoundException, NoSuchMethodException {
    assertThat(Class.forName(program.mainClass()).getMethod("main", String[].class)).isNotNull();
  }

  @ParameterizedTest
  @EnumSource
  void passesCommentsAndEmptyLinesOver(JavaProgram program) {
    assertThat(program.flags()).isNotEmpty().allSatisfy(flag -> assertThat(flag).startsWith("-"));
  }

  @Test
  void moreFlagsComeAfterThoseOfTheProgram() {
    var words = JavaProgram.WORKER.javaWithFlags(List.of("-Xmx16m"));

    assertThat(words.getFirst()).endsWith("java");
    assertThat(words).containsSubsequence("-Xmx1g", "-Xmx16m").doesNotContain("-cp");
  }

  @Test
  void theScriptReadsTheSameArgumentFile() throws IOException {
    assertThat(Path.of("scripts/fetch"))
        .content()
        .contains("src/main/resources/fanout/os/fetch.args");
    assertThat(Path.of("src/main/resources/fanout/os/fetch.args")).exists();
  }

  /// A cache that is rubbish or missing costs time, and must neither fail a program nor print.
  @ParameterizedTest
  @EnumSource
  void startsInSilenceWithACacheThatIsRubbish(JavaProgram program)
      throws IOException, InterruptedException {
    var rubbish = Files.createTempFile("fanout", ".aot");
    try {
      Files.writeString(rubbish, "no cache at all");
      for (var cache : List.of(rubbish.toString(), rubbish + ".missing")) {
        var words = program.javaWithFlags(List.of("-XX:AOTCache=" + cache));
        words.add(Nothing.class.getName());
        var builder = new ProcessBuilder(words).redirectErrorStream(true);
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        var process = builder.start();

        assertThat(process.getInputStream().readAllBytes()).asString().isEmpty();
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
      }
    } finally {
      Files.delete(rubbish);
    }
  }

  /// A program that does nothing.
  static final class Nothing {
    private Nothing() {}

    public static void main(String[] args) {
      // Only the JVM's own words count.
    }
  }
}
