package fanout;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.stream.Stream;

/// Who may import whom.
@AnalyzeClasses(packages = "fanout", importOptions = DoNotIncludeTests.class)
class LayersTest {
  /// Children's mains: what they print is a protocol, and their exit is their parent's business.
  private static final String[] CHILD_MAINS = {
    "fanout.probe.Ruler", "fanout.stub.StubMain", "fanout.strategy.process.Worker"
  };

  @ArchTest static final ArchRule fetch = mayImport("fanout.fetch");
  @ArchTest static final ArchRule stats = mayImport("fanout.stats");
  @ArchTest static final ArchRule probe = mayImport("fanout.probe");
  @ArchTest static final ArchRule stub = mayImport("fanout.stub", "fanout.fetch");
  @ArchTest static final ArchRule jvm = mayImport("fanout.jvm");

  @ArchTest
  static final ArchRule process =
      mayImport("fanout.strategy.process", "fanout.fetch", "fanout.jvm");

  @ArchTest
  static final ArchRule strategy =
      mayImport("fanout.strategy", "fanout.strategy.process", "fanout.fetch");

  @ArchTest
  static final ArchRule benchmark =
      mayImport(
          "fanout.benchmark",
          "fanout.benchmark.jmh_generated",
          "fanout.program",
          "fanout.strategy",
          "fanout.strategy.process",
          "fanout.fetch",
          "fanout.jvm",
          "fanout.stub");

  @ArchTest
  static final ArchRule program =
      mayImport("fanout.program", "fanout.strategy", "fanout.fetch", "fanout.jvm");

  @ArchTest static final ArchRule result = mayImport("fanout.result", "fanout.stats");
  @ArchTest static final ArchRule measure = mayImport("fanout.measure", "fanout.result");

  @ArchTest
  static final ArchRule suite =
      mayImport(
          "fanout.suite",
          "fanout.measure",
          "fanout.result",
          "fanout.program",
          "fanout.strategy",
          "fanout.stub");

  @ArchTest
  static final ArchRule gate =
      mayImport("fanout.gate", "fanout.measure", "fanout.result", "fanout.stats");

  @ArchTest
  static final ArchRule arms =
      mayImport("fanout.gate.arm", "fanout.gate", "fanout.measure", "fanout.result");

  @ArchTest
  static final ArchRule gateRun =
      mayImport(
          "fanout.gate.run",
          "fanout.gate.arm",
          "fanout.gate",
          "fanout.measure",
          "fanout.result",
          "fanout.stats");

  @ArchTest
  static final ArchRule report =
      mayImport("fanout.report", "fanout.gate", "fanout.result", "fanout.stats");

  @ArchTest
  static final ArchRule nothingImportsCommandsOrBenchmarks =
      noClasses()
          .that(not(resideInAnyPackage("fanout.cli", "fanout.benchmark..")))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("fanout.cli..", "fanout.benchmark..");

  @ArchTest
  static final ArchRule commandsDoNotImportBenchmarks =
      noClasses()
          .that()
          .resideInAPackage("fanout.cli..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("fanout.benchmark..");

  @ArchTest
  static final ArchRule noCycles = slices().matching("fanout.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule onlyCommandsExit =
      noClasses()
          .that()
          .resideOutsideOfPackages("fanout.cli..", "fanout.benchmark.jmh_generated..")
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
          .resideOutsideOfPackages("fanout.cli..", "fanout.benchmark.jmh_generated..")
          .and(not(childMains()))
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err");

  /// A package may import itself, the named ones, and nothing else of ours.
  private static ArchRule mayImport(String name, String... allowed) {
    var ours = Stream.concat(Stream.of(name), Arrays.stream(allowed)).toArray(String[]::new);
    return noClasses()
        .that()
        .resideInAPackage(name)
        .should()
        .dependOnClassesThat(resideInAPackage("fanout..").and(not(resideInAnyPackage(ours))))
        .allowEmptyShould(true); // a package may be still to come
  }

  private static DescribedPredicate<JavaClass> childMains() {
    return DescribedPredicate.describe(
        "a child's main",
        javaClass ->
            Arrays.stream(CHILD_MAINS).anyMatch(main -> javaClass.getName().startsWith(main)));
  }
}
