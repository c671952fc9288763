package org.sightline;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import javax.sql.DataSource;
import org.sightline.migrations.ClassPathFolder;

/** The rules of the house, as sentences. */
@AnalyzeClasses(packages = "org.sightline", importOptions = DoNotIncludeTests.class)
final class ArchitectureTest {
  private static final String HOUSE = "org.sightline.";

  private static final DescribedPredicate<JavaClass> ARE_STORES =
      simpleNameEndingWith("Store").or(simpleNameEndingWith("Repository")).as("are stores");

  @ArchTest
  static final ArchRule onlyTenancyOpensTransactions =
      noClasses()
          .that(not(resideInAPackage(HOUSE + "tenancy..")))
          .should()
          .dependOnClassesThat(
              DescribedPredicate.<JavaClass>describe(
                      "open transactions", type -> type.isEquivalentTo(DataSource.class))
                  .or(resideInAnyPackage("io.micronaut.transaction..", "com.zaxxer.hikari..")))
          .because("a connection without a viewer could show what nobody may see");

  @ArchTest
  static final ArchRule onlyMigrationsAndTheChecksBeforeTheStartConnectOnTheirOwn =
      noClasses()
          .that(
              not(
                  resideInAnyPackage(
                      HOUSE + "migrations..", HOUSE + "operations..", HOUSE + "local..")))
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.sql.DriverManager");

  @ArchTest
  static final ArchRule storesKnowNothingOfGraphQl =
      noClasses()
          .that(ARE_STORES)
          .should()
          .dependOnClassesThat(
              resideInAnyPackage("graphql..", "org.dataloader..", HOUSE + "graphql.."))
          .because("a planned path may one day sit on them");

  @ArchTest
  static final ArchRule storesCallNoServices =
      noClasses().that(ARE_STORES).should().dependOnClassesThat(simpleNameEndingWith("Service"));

  @ArchTest
  static final ArchRule roomsCallEachOthersServicesNeverTheirStores =
      classes().that(ARE_STORES).should(beUsedInTheirOwnRoomOnly());

  @ArchTest
  static final ArchRule fetchersKnowNothingOfSql =
      noClasses()
          .that()
          .haveSimpleNameEndingWith("Fields")
          .should()
          .dependOnClassesThat(resideInAnyPackage("java.sql..", "javax.sql..").or(ARE_STORES));

  @ArchTest
  static final ArchRule statisticsArePure =
      classes()
          .that()
          .resideInAPackage(HOUSE + "benchmark.statistics..")
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage(
                  "java..", "org.jspecify..", "org.hipparchus..", HOUSE + "benchmark.statistics.."))
          .because("a rank is the same wherever its numbers come from");

  @ArchTest
  static final ArchRule theGraphQlRoomKnowsNoOtherButTenancy =
      noClasses()
          .that()
          .resideInAPackage(HOUSE + "graphql..")
          .should()
          .dependOnClassesThat(
              resideInAPackage("org.sightline..")
                  .and(not(resideInAnyPackage(HOUSE + "graphql..", HOUSE + "tenancy..")))
                  .and(not(belongTo(JavaClass.Predicates.equivalentTo(ClassPathFolder.class)))))
          .because(
              "a room adds itself by RoomFields and RoomLoaders; how files are found on the class"
                  + " path is known once, where the definitions are found");

  @ArchTest
  static final ArchRule roomsHaveNoCycles =
      slices().matching("org.sightline.(*)..").should().beFreeOfCycles();

  private static ArchCondition<JavaClass> beUsedInTheirOwnRoomOnly() {
    return new ArchCondition<>("be used in their own room only") {
      @Override
      public void check(JavaClass store, ConditionEvents events) {
        for (Dependency use : store.getDirectDependenciesToSelf()) {
          boolean own = room(use.getOriginClass()).equals(room(store));
          events.add(new SimpleConditionEvent(use, own, use.getDescription()));
        }
      }
    };
  }

  /** The part of the package that names the room; empty for the program's own commands. */
  private static String room(JavaClass type) {
    String name = type.getPackageName();
    return name.startsWith(HOUSE) ? name.substring(HOUSE.length()).replaceFirst("[.].*", "") : "";
  }
}
