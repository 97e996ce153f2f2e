package fanout;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.stream.Stream;

/// Who may import whom.
@AnalyzeClasses(packages = "fanout", importOptions = DoNotIncludeTests.class)
class LayersTest {
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
          "probe",
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
}
