package fanout.gate.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fanout.gate.arm.ArmException;
import fanout.gate.arm.ClassPath;
import fanout.gate.arm.GateFolder;
import fanout.gate.arm.JmhOptions;
import fanout.gate.arm.ResolvedArm;
import fanout.gate.result.Arm;
import fanout.gate.result.ArmDifferences;
import fanout.gate.result.GateResults;
import fanout.gate.result.GateRun;
import fanout.gate.result.GateSettings;
import fanout.gate.result.LookSettings;
import fanout.gate.result.MarginSettings;
import fanout.gate.result.PassSettings;
import fanout.gate.result.QuantitySettings;
import fanout.gate.result.RunStatus;
import fanout.measure.Hardware;
import fanout.measure.StopSignal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What may differ between the arms and settings of a run and of one that resumes it.
class SameArmsTest {
  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
  private static final Hardware HOST = new Hardware("cpu", 2, 1, "Linux");

  @TempDir Path folder;
  private GateFolder probe;
  private Path jar;

  @BeforeEach
  void open() throws IOException {
    probe = GateFolder.create();
    jar = Files.writeString(folder.resolve("a.jar"), "code");
  }

  @AfterEach
  void close() {
    probe.close();
  }

  @Test
  void aStubOnAnotherPortIsTheSameRun() throws Exception {
    var before = begun(session(arm("-Xmx1g").in(List.of("-Dstub=http://127.0.0.1:1")), 7));

    assertThat(before.candidate().jvmArgs()).containsExactly("-Xmx1g");
    ResumeCheck.require(
        before, session(arm("-Xmx1g").in(List.of("-Dstub=http://127.0.0.1:2")), 7), HOST);
  }

  @Test
  void otherJvmArgumentsAreAnotherRun() throws Exception {
    assertDiffers(
        begun(session(arm("-Xmx1g"), 7)),
        session(arm("-Xmx2g"), 7),
        "candidate's JVM arguments differ: [-Xmx1g] then, [-Xmx2g] now");
  }

  @Test
  void otherCodeIsAnotherRun() throws Exception {
    var before = begun(session(arm("-Xmx1g"), 7));
    Files.writeString(jar, "other code");

    assertDiffers(before, session(arm("-Xmx1g"), 7), "baseline's code differ: ");
  }

  @Test
  void otherSettingsAreAnotherRun() throws Exception {
    assertDiffers(begun(session(arm("-Xmx1g"), 7)), session(arm("-Xmx1g"), 8), "settings differ: ");
  }

  @Test
  void anotherJdkIsAnotherRun() throws Exception {
    var session = session(arm("-Xmx1g"), 7);
    var now = session.arms().baselineRecord();
    var old = new Arm(now.label(), now.jarSha256(), "Other 17", now.commit(), now.jvmArgs());

    assertDiffers(
        begun(session, old), session, "baseline's JDK differ: Other 17 then, " + now.jdk());
  }

  private static void assertDiffers(GateRun before, GateSession now, String words) {
    assertThatExceptionOfType(GateException.class)
        .isThrownBy(() -> ResumeCheck.require(before, now, HOST))
        .withMessageStartingWith("The run cannot be resumed, as the " + words)
        .satisfies(e -> assertThat(e.reason()).isEqualTo(GateException.Reason.USAGE));
  }

  private ResolvedArm arm(String... jvmArgs) {
    var classPath = new ClassPath(List.of(jar));
    var java = ResolvedArm.ownJava();
    return new ResolvedArm("a.jar", null, classPath, java, List.of(jvmArgs), List.of());
  }

  /// The baseline has no arguments of its own.
  private GateSession session(ResolvedArm candidate, long seed) {
    var request =
        new GateRequest(
            List.of(),
            List.of(),
            List.of(),
            JmhOptions.none(),
            Duration.ofMinutes(30),
            settings(seed));
    return new GateSession(
        new ArmPair(arm(), candidate, probe),
        request,
        folder.resolve("gate.json"),
        List.of(),
        _ -> List.of(),
        _ -> {},
        new StopSignal());
  }

  private static GateRun begun(GateSession session) throws ArmException, IOException {
    return begun(session, session.arms().baselineRecord());
  }

  private static GateRun begun(GateSession session, Arm baseline) throws ArmException, IOException {
    return new GateRun(
        RunStatus.underWay(NOW),
        session.request().settings(6),
        baseline,
        session.arms().candidateRecord(),
        HOST,
        List.of(),
        ArmDifferences.NONE,
        GateResults.none(List.of()),
        List.of());
  }

  private static GateSettings settings(long seed) {
    return new GateSettings(
        new MarginSettings(MarginSettings.DEFAULT, List.of()),
        LookSettings.of(6),
        new PassSettings(PassSettings.DEFAULT_EXCLUDE, false, null),
        QuantitySettings.USUAL,
        seed,
        false,
        List.of(),
        List.of(),
        1800L);
  }
}
