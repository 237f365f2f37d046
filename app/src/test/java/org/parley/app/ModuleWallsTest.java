package org.parley.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The walls between the modules: what may know of what.
class ModuleWallsTest {
  private static final JavaClasses PARLEY =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.parley");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "app",
        "broker",
        "console",
        "contract",
        "outbound",
        "ingest",
        "processor",
        "alerts"
      })
  void seesEveryModule(String module) {
    assertThat(PARLEY.stream().map(JavaClass::getPackageName))
        .anyMatch(name -> name.startsWith("org.parley." + module));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ingest", "processor", "alerts"})
  void stepsMeetOnlyInTopics(String module) {
    String own = "org.parley." + module + "..";
    classes()
        .that()
        .resideInAPackage(own)
        .should()
        .onlyDependOnClassesThat(
            JavaClass.Predicates.resideOutsideOfPackage("org.parley..")
                .or(
                    JavaClass.Predicates.resideInAnyPackage(
                        own, "org.parley.contract..", "org.parley.outbound..")))
        .because(
            "modules meet in public topics, so that each can be run, replaced and tested alone")
        .check(PARLEY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"contract", "outbound", "broker", "console"})
  void foundationsKnowNoOtherModule(String module) {
    String own = "org.parley." + module + "..";
    classes()
        .that()
        .resideInAPackage(own)
        .should()
        .onlyDependOnClassesThat(
            JavaClass.Predicates.resideOutsideOfPackage("org.parley..")
                .or(
                    JavaClass.Predicates.resideInAnyPackage(
                        own, module.equals("contract") ? own : "org.parley.contract..")))
        .check(PARLEY);
  }

  @Test
  void contractStaysSmall() {
    noClasses()
        .that()
        .resideInAPackage("org.parley.contract..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.apache.kafka.streams..", "org.jsoup..", "com.rometools..", "org.apache.lucene..")
        .because("everyone who reads a topic takes it along")
        .check(PARLEY);
  }

  @Test
  void decisionsKnowNoKafka() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "org.parley.ingest.schedule..",
            "org.parley.ingest.feed.read..",
            "org.parley.ingest.feed.entry..",
            "org.parley.ingest.feed.poll..",
            "org.parley.processor.language..",
            "org.parley.processor.mention..",
            "org.parley.processor.watch..",
            "org.parley.processor.fingerprint..",
            "org.parley.processor.story..",
            "org.parley.processor.alert..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.apache.kafka..")
        .because("a decision is tested without a broker")
        .check(PARLEY);
  }

  @Test
  void onlyOutboundDialsOut() {
    noClasses()
        .that()
        .resideOutsideOfPackages("org.parley.outbound..", "org.parley.testkit..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.net.http..", "org.apache.hc.client5..")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.net.HttpURLConnection")
        .because("its client checks the address it dials, and ends at its deadline")
        .check(PARLEY);
  }

  @Test
  void onlyTheConsoleAndItsFeedersKnowHowFiguresAreShown() {
    noClasses()
        .that()
        .resideOutsideOfPackages("org.parley.console..", "org.parley.app.console..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.micrometer..", "io.prometheus..")
        .because("what counts and measures hands out plain figures")
        .check(PARLEY);
  }

  @Test
  void packagesAreNamedForWhatTheyAreAbout() {
    noClasses()
        .should()
        .resideInAnyPackage("..util..", "..common..", "..helper..", "..manager..", "..misc..")
        .check(PARLEY);
  }

  @Test
  void everyPackageSaysThatNullIsTheException() {
    classes().should(new StandInANullMarkedPackage()).check(PARLEY);
  }

  private static final class StandInANullMarkedPackage extends ArchCondition<JavaClass> {
    StandInANullMarkedPackage() {
      super("stand in a package that is @NullMarked");
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
      events.add(
          new SimpleConditionEvent(
              type,
              type.getPackage().isAnnotatedWith(NullMarked.class),
              type.getPackageName() + " needs a package-info.java with @NullMarked"));
    }
  }
}
