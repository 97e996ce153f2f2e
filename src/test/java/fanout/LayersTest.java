package fanout;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Who may import whom.
@AnalyzeClasses(packages = "fanout", importOptions = DoNotIncludeTests.class)
class LayersTest {
  /// Children's mains: what they print is a protocol, and their exit is their parent's business.
  private static final String[] CHILD_MAINS = {
    "fanout.probe.ReferenceLoop", "fanout.stub.StubMain", "fanout.strategy.process.Worker"
  };

  /// The packages that print to people, and exit.
  private static final String[] COMMANDS = {"fanout.cli..", "fanout.suite.cli", "fanout.gate.cli"};

  @ArchTest static final ArchRule os = mayImport("os");

  @ArchTest static final ArchRule vocabulary = mayImport("vocabulary");

  @ArchTest static final ArchRule fetch = mayImport("fetch", "vocabulary", "os");

  @ArchTest static final ArchRule stats = mayImport("stats", "os");

  @ArchTest static final ArchRule probe = mayImport("probe", "os");

  @ArchTest static final ArchRule chart = mayImport("chart", "os");

  @ArchTest static final ArchRule stub = mayImport("stub", "vocabulary", "fetch", "os");

  @ArchTest
  static final ArchRule strategyProcess =
      mayImport("strategy.process", "vocabulary", "fetch", "os");

  @ArchTest
  static final ArchRule strategy =
      mayImport("strategy", "vocabulary", "strategy.process", "fetch", "os");

  @ArchTest
  static final ArchRule program = mayImport("program", "vocabulary", "strategy", "fetch", "os");

  @ArchTest
  static final ArchRule benchmark =
      mayImport(
          "benchmark",
          "vocabulary",
          "benchmark.jmh_generated",
          "program",
          "strategy",
          "strategy.process",
          "stub",
          "fetch",
          "os");

  @ArchTest static final ArchRule measure = mayImport("measure", "stats", "os", "vocabulary");

  @ArchTest
  static final ArchRule suitePlan =
      mayImport("suite.plan", "suite.result", "program", "stub", "fetch", "measure", "vocabulary");

  @ArchTest
  static final ArchRule suiteResult =
      mayImport("suite.result", "stats", "measure", "vocabulary", "os");

  @ArchTest
  static final ArchRule suiteRun =
      mayImport(
          "suite.run",
          "suite.plan",
          "suite.result",
          "program",
          "strategy",
          "stub",
          "fetch",
          "measure",
          "vocabulary",
          "os");

  @ArchTest
  static final ArchRule suiteReport =
      mayImport("suite.report", "suite.result", "chart", "stats", "measure", "vocabulary", "os");

  @ArchTest
  static final ArchRule suiteCli =
      mayImport(
          "suite.cli",
          "suite.plan",
          "suite.run",
          "suite.result",
          "suite.report",
          "cli",
          "strategy",
          "stub",
          "fetch",
          "measure",
          "os");

  @ArchTest
  static final ArchRule gateResult = mayImport("gate.result", "measure", "vocabulary", "os");

  @ArchTest static final ArchRule gateArm = mayImport("gate.arm", "gate.result", "measure", "os");

  @ArchTest
  static final ArchRule gateJudge =
      mayImport("gate.judge", "gate.result", "stats", "measure", "vocabulary");

  @ArchTest
  static final ArchRule gateRun =
      mayImport(
          "gate.run",
          "gate.arm",
          "gate.judge",
          "gate.result",
          "measure",
          "stats",
          "vocabulary",
          "os");

  @ArchTest
  static final ArchRule gateReport =
      mayImport("gate.report", "gate.judge", "gate.result", "chart", "stats", "measure", "os");

  @ArchTest
  static final ArchRule gateCli =
      mayImport(
          "gate.cli",
          "gate.arm",
          "gate.run",
          "gate.judge",
          "gate.result",
          "gate.report",
          "cli",
          "measure",
          "os");

  @ArchTest static final ArchRule cli = mayImport("cli", "measure", "os");

  @ArchTest
  static final ArchRule cliFetch =
      mayImport(
          "cli.fetch", "vocabulary", "cli", "strategy.process", "strategy", "stub", "fetch", "os");

  @ArchTest static final ArchRule cliStub = mayImport("cli.stub", "cli", "stub", "fetch", "os");

  @ArchTest
  static final ArchRule cliJmh =
      mayImport("cli.jmh", "vocabulary", "cli", "program", "strategy", "os");

  @ArchTest
  static final ArchRule cliProjectgate =
      mayImport("cli.projectgate", "cli", "gate.cli", "gate.arm", "stub", "probe");

  /// Two products on one ground floor.
  @ArchTest
  static final ArchRule gateDoesNotImportSuite =
      noClasses()
          .that()
          .resideInAPackage("fanout.gate..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("fanout.suite..");

  @ArchTest
  static final ArchRule suiteDoesNotImportGate =
      noClasses()
          .that()
          .resideInAPackage("fanout.suite..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("fanout.gate..");

  @ArchTest
  static final ArchRule nothingImportsBenchmarks =
      noClasses()
          .that()
          .resideOutsideOfPackage("fanout.benchmark..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("fanout.benchmark..");

  /// Commands stand at the top; this project's own gate is the gate's command with a stub.
  @ArchTest
  static final ArchRule nothingImportsCommands =
      noClasses()
          .that()
          .resideOutsideOfPackages(COMMANDS)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(COMMANDS);

  @ArchTest
  static final ArchRule noCycles = slices().matching("fanout.(**)").should().beFreeOfCycles();

  /// One place starts and ends processes: what is started elsewhere is not ended with its tree.
  @ArchTest
  static final ArchRule onlyOsStartsAndEndsProcesses =
      noClasses()
          .that()
          .resideOutsideOfPackage("fanout.os")
          .should()
          .callMethodWhere(isOneOf(ProcessBuilder.class, "start", "startPipeline"))
          .orShould()
          .callMethodWhere(isOneOf(Runtime.class, "exec"))
          .orShould()
          .callMethodWhere(isOneOf(Process.class, "destroy", "destroyForcibly"))
          .orShould()
          .callMethodWhere(isOneOf(ProcessHandle.class, "destroy", "destroyForcibly"));

  /// One place deletes whatever a folder holds, and one makes folders that have to be deleted.
  @ArchTest
  static final ArchRule onlyOsMakesAndDeletesFolders =
      noClasses()
          .that()
          .resideOutsideOfPackage("fanout.os")
          .should()
          .callMethodWhere(isOneOf(Files.class, "createTempDirectory", "walkFileTree"))
          .orShould()
          .callMethodWhere(isOneOf(Comparator.class, "reverseOrder"));

  @ArchTest
  static final ArchRule onlyOsHashes =
      noClasses()
          .that()
          .resideOutsideOfPackage("fanout.os")
          .should()
          .dependOnClassesThat()
          .belongToAnyOf(MessageDigest.class);

  @ArchTest
  static final ArchRule onlyCommandsExit =
      noClasses()
          .that()
          .resideOutsideOfPackages(COMMANDS)
          .and()
          .resideOutsideOfPackage("fanout.benchmark.jmh_generated..")
          .and(not(childMains()))
          .should()
          .callMethod(System.class, "exit", int.class)
          .orShould()
          .callMethod(Runtime.class, "exit", int.class)
          .orShould()
          .callMethod(Runtime.class, "halt", int.class);

  @ArchTest
  static final ArchRule onlyCommandsPrint =
      noClasses()
          .that()
          .resideOutsideOfPackages(COMMANDS)
          .and()
          .resideOutsideOfPackage("fanout.benchmark.jmh_generated..")
          .and(not(childMains()))
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err");

  /// A package may import itself, the named ones, and nothing else of ours.
  private static ArchRule mayImport(String name, String... allowed) {
    var ours =
        Stream.concat(Stream.of(name), Arrays.stream(allowed))
            .map("fanout."::concat)
            .toArray(String[]::new);
    return noClasses()
        .that()
        .resideInAPackage("fanout." + name)
        .should()
        .dependOnClassesThat(resideInAPackage("fanout..").and(not(resideInAnyPackage(ours))));
  }

  private static DescribedPredicate<JavaCall<?>> isOneOf(Class<?> owner, String... methods) {
    return DescribedPredicate.describe(
        "the method is %s's %s".formatted(owner.getSimpleName(), String.join(" or ", methods)),
        call ->
            call.getTarget().getOwner().isAssignableTo(owner)
                && List.of(methods).contains(call.getTarget().getName()));
  }

  private static DescribedPredicate<JavaClass> childMains() {
    return DescribedPredicate.describe(
        "a child's main",
        javaClass ->
            Arrays.stream(CHILD_MAINS).anyMatch(main -> javaClass.getName().startsWith(main)));
  }
}
