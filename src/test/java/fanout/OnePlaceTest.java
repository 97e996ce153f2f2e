package fanout;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

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

/// What is done in one place only.
@AnalyzeClasses(packages = "fanout", importOptions = DoNotIncludeTests.class)
class OnePlaceTest {
  /// Children's mains: what they print is a protocol, and their exit is their parent's business.
  private static final String[] CHILD_MAINS = {
    "fanout.probe.ReferenceLoop", "fanout.stub.StubMain", "fanout.strategy.process.Worker"
  };

  /// The packages that print to people, and exit.
  private static final String[] COMMANDS = {"fanout.cli..", "fanout.suite.cli", "fanout.gate.cli"};

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
