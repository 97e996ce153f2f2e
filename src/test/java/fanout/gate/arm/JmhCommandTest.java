package fanout.gate.arm;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class JmhCommandTest {
  private static final ForkRequest REQUEST =
      new ForkRequest(
          new BenchmarkRow("demo.Work.run", new TreeMap<>()), null, null, Duration.ofMinutes(1));

  @Test
  void forksGetTheArmsArgumentsAndThoseOfItsSurroundings() {
    var arm = arm("-Xmx1g", "-Dname=a b").in(List.of("-Dfanout.stub.uri=http://127.0.0.1:1"));

    assertThat(command(arm))
        .containsSequence(
            "-jvmArgsPrepend", "-Xmx1g \"-Dname=a b\" -Dfanout.stub.uri=http://127.0.0.1:1");
    assertThat(arm.jvmArgs()).containsExactly("-Xmx1g", "-Dname=a b");
    assertThat(arm.describe()).doesNotContain("127.0.0.1");
  }

  @Test
  void withoutArgumentsThereIsNoOption() {
    assertThat(command(arm())).doesNotContain("-jvmArgsPrepend");
  }

  @Test
  void whatTheBenchmarkPrependsStaysAfterTheArmsOwn() {
    var annotated = new AnnotatedArguments(List.of("-ea", "-Da=b c"), List.of("-Xms1g"));

    assertThat(command(arm("-Xmx1g"), annotated))
        .containsSequence("-jvmArgsPrepend", "-Xmx1g -ea \"-Da=b c\"");
    assertThat(command(arm(), annotated)).doesNotContain("-jvmArgsPrepend");
  }

  @Test
  void whatTakesThePlaceOfAnnotationsIsPassedOn() {
    var options =
        new JmhOptions(
            null,
            null,
            null,
            null,
            null,
            null,
            new JmhOverrides("3,1", 10, 5, true),
            new TreeMap<>(),
            List.of());

    assertThat(
            new JmhCommand(arm(), options, Path.of("probe"))
                .fork(REQUEST, AnnotatedArguments.NONE, Path.of("result.json")))
        .containsSequence("-tg", "3,1", "-opi", "10", "-bs", "5", "-gc", "true");
    assertThat(options.typed())
        .containsExactly("-tg", "3,1", "-opi", "10", "-bs", "5", "-gc", "true");
  }

  private static List<String> command(ResolvedArm arm) {
    return command(arm, AnnotatedArguments.NONE);
  }

  private static List<String> command(ResolvedArm arm, AnnotatedArguments annotated) {
    return new JmhCommand(arm, JmhOptions.none(), Path.of("probe"))
        .fork(REQUEST, annotated, Path.of("result.json"));
  }

  private static ResolvedArm arm(String... jvmArgs) {
    var classPath = new ClassPath(List.of(Path.of("demo.jar")));
    return new ResolvedArm(
        "demo.jar", null, classPath, Path.of("java"), List.of(jvmArgs), List.of());
  }
}
