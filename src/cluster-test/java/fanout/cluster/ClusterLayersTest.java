package fanout.cluster;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/// Who may import the cluster, and whom it may import; `fanout.LayersTest` has the rules of all
/// else.
@AnalyzeClasses(packages = "fanout", importOptions = ClusterLayersTest.NoTests.class)
class ClusterLayersTest {
  /// Archunit's own option knows the folder of another profile.
  static final class NoTests implements ImportOption {
    @Override
    public boolean includes(Location location) {
      return !location.contains("/test-classes/");
    }
  }

  @ArchTest
  static final ArchRule clusterStandsOnFetching =
      noClasses()
          .that()
          .resideInAPackage("fanout.cluster")
          .should()
          .dependOnClassesThat(
              resideInAPackage("fanout..")
                  .and(
                      not(
                          resideInAnyPackage(
                              "fanout.cluster",
                              "fanout.strategy",
                              "fanout.fetch",
                              "fanout.vocabulary",
                              "fanout.os"))));

  @ArchTest
  static final ArchRule onlyItsCommandsAndItsBenchmarkImportIt =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "fanout.cluster", "fanout.cli.member", "fanout.cli.fetch", "fanout.benchmark..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("fanout.cluster");

  @ArchTest
  static final ArchRule hazelcastDoesNotLeakOut =
      noClasses()
          .that()
          .resideOutsideOfPackage("fanout.cluster")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.hazelcast..");

  @ArchTest
  static final ArchRule onlyTheMembersMainPrintsAndExits =
      noClasses()
          .that()
          .resideInAPackage("fanout.cluster")
          .and()
          .doNotHaveSimpleName("MemberMain")
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err")
          .orShould()
          .callMethod(System.class, "exit", int.class)
          .orShould()
          .callMethod(Runtime.class, "halt", int.class);
}
