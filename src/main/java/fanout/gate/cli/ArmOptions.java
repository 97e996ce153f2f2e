package fanout.gate.cli;

import static java.util.Objects.requireNonNull;

import fanout.cli.CommandException;
import fanout.cli.ExitCode;
import fanout.gate.arm.ArgumentSplitter;
import fanout.gate.arm.ArmBuild;
import fanout.gate.arm.ArmException;
import fanout.gate.arm.ArmSource;
import fanout.gate.arm.BuildSettings;
import fanout.gate.arm.Jdk;
import fanout.gate.arm.ResolvedArm;
import fanout.measure.StopSignal;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Which two things are compared.
final class ArmOptions {
  @Option(
      names = "--base",
      paramLabel = "ARM",
      description =
          "What is compared with: a JMH jar, a class path of jars, a git ref, which is "
              + "built in a worktree of its own, or '.', the working tree.")
  private @Nullable String base;

  @Option(
      names = "--candidate",
      paramLabel = "ARM",
      description =
          "What is in question, likewise; by default the same as --base, where JDKs or JVM "
              + "arguments are compared.")
  private @Nullable String candidate;

  @Option(
      names = "--base-java",
      paramLabel = "JAVA",
      description = "A java, or a JDK's folder, for the baseline; by default the one of the gate.")
  private @Nullable String baseJava;

  @Option(
      names = "--candidate-java",
      paramLabel = "JAVA",
      description = "The same for the candidate.")
  private @Nullable String candidateJava;

  @Option(
      names = "--base-jvm-args",
      paramLabel = "ARGS",
      description = "JVM arguments for the baseline's forks, such as '-Xmx1g -XX:+UseSerialGC'.")
  private String baseJvmArgs = "";

  @Option(
      names = "--candidate-jvm-args",
      paramLabel = "ARGS",
      description = "The same for the candidate's.")
  private String candidateJvmArgs = "";

  @Option(
      names = "--build",
      paramLabel = "COMMAND",
      description =
          "How a git ref or the working tree is built: words, no shell (default: "
              + "${DEFAULT-VALUE}).")
  private String build = BuildSettings.DEFAULT_COMMAND;

  @Option(
      names = "--jar",
      paramLabel = "GLOB",
      description =
          "Where the JMH jar is then, such as target/*-jmh.jar (default: " + "${DEFAULT-VALUE}).")
  private String jar = BuildSettings.DEFAULT_JAR;

  /// Gets the baseline, and builds it where it must be built.
  ResolvedArm baseline(ArmBuild.Aside aside, Consumer<String> lines, StopSignal stop)
      throws ArmException {
    return arm(
        requireNonNull(base), baseJava, baseJvmArgs, build(lines, stop), aside.of("baseline"));
  }

  /// Gets the candidate likewise; the same jars as the baseline's where nothing else is named.
  ResolvedArm candidate(
      ResolvedArm baseline, ArmBuild.Aside aside, Consumer<String> lines, StopSignal stop)
      throws ArmException {
    if (candidate == null) {
      return new ResolvedArm(
          baseline.typed(),
          baseline.commit(),
          baseline.classPath(),
          java(candidateJava),
          ArgumentSplitter.split(candidateJvmArgs),
          List.of());
    }
    return arm(
        candidate, candidateJava, candidateJvmArgs, build(lines, stop), aside.of("candidate"));
  }

  /// Checks that there are two things to compare, before anything is started for them.
  void requireBoth() {
    if (base == null) {
      throw new CommandException(
          ExitCode.USAGE, "--base is missing: a JMH jar, a git ref or '.' to compare with");
    }
    if (candidate == null
        && candidateJava == null
        && baseJava == null
        && baseJvmArgs.isBlank()
        && candidateJvmArgs.isBlank()) {
      throw new CommandException(
          ExitCode.USAGE,
          "--candidate is missing: a JMH jar, a git ref or '.'; without it, --candidate-java or"
              + " --candidate-jvm-args must say what differs");
    }
  }

  private ResolvedArm arm(
      String typed, @Nullable String java, String jvmArgs, ArmBuild how, ArmBuild.Aside aside)
      throws ArmException {
    var source = ArmSource.parse(typed);
    return ResolvedArm.of(source, java(java), ArgumentSplitter.split(jvmArgs), how, aside);
  }

  private ArmBuild build(Consumer<String> lines, StopSignal stop) throws ArmException {
    return new ArmBuild(Path.of("").toAbsolutePath(), BuildSettings.parse(build, jar), lines, stop);
  }

  private static Path java(@Nullable String typed) throws ArmException {
    if (typed == null) {
      return ResolvedArm.ownJava();
    }
    var java = ResolvedArm.java(typed);
    Jdk.requireProbesRun(java);
    return java;
  }
}
