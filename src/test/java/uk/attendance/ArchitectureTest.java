package uk.attendance;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** The directions of docs/architecture.md, as rules that fail when they match nothing. */
class ArchitectureTest {

  private static final String ENGINE = "org.camunda..";
  private static final String ROOT = "uk.attendance.";
  private static final JavaClasses PRODUCT =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("uk.attendance");
  private static final JavaClasses BAD =
      new ClassFileImporter().importPackages("uk.attendance.architecturetest");

  private static final ArchRule ENGINE_ONLY_IN_PROCESS =
      noClasses()
          .that()
          .resideOutsideOfPackage("uk.attendance.*.process..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage(ENGINE)
          .because("a move to the engine's maintained fork is then a renaming in *.process");

  private static final ArchRule ROOT_KNOWS_NO_WEB =
      noClasses()
          .that()
          .resideOutsideOfPackages("uk.attendance.*.web..", "uk.attendance.demo..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.springframework.web..",
              "org.springframework.ui..",
              "org.thymeleaf..",
              "jakarta.servlet..",
              "uk.attendance.*.web..");

  private static final ArchRule ROOT_KNOWS_NO_PROCESS =
      noClasses()
          .that()
          .resideOutsideOfPackage("uk.attendance.*.process..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("uk.attendance.*.process..");

  /** Pages are leaves that nobody depends on, so they may show what any feature knows. */
  private static final ArchRule NO_CYCLES =
      slices()
          .matching("uk.attendance.(*)..")
          .should()
          .beFreeOfCycles()
          .ignoreDependency(resideInAPackage("uk.attendance.*.web.."), alwaysTrue());

  private static final ArchRule NO_FIELD_INJECTION =
      fields().should().notBeAnnotatedWith(Autowired.class);

  private static final ArchRule ONE_CLOCK =
      noClasses()
          .should()
          .callMethodWhere(
              are(
                  DescribedPredicate.<JavaMethodCall>describe(
                      "reading the time without the one clock", ArchitectureTest::readsTheTime)));

  private static final ArchRule CONTROLLERS_IN_WEB =
      methods()
          .that()
          .areAnnotatedWith(GetMapping.class)
          .or()
          .areAnnotatedWith(PostMapping.class)
          .should()
          .beDeclaredInClassesThat()
          .resideInAnyPackage("uk.attendance.*.web..", "uk.attendance.demo..");

  private static final ArchRule PACKAGES_SAY_WHAT_THEY_DECIDE =
      classes()
          .that()
          .haveSimpleName("package-info")
          .should()
          .beAnnotatedWith("org.jspecify.annotations.NullMarked");

  static List<ArchRule> rules() {
    return List.of(
        ENGINE_ONLY_IN_PROCESS,
        ROOT_KNOWS_NO_WEB,
        ROOT_KNOWS_NO_PROCESS,
        NO_CYCLES,
        NO_FIELD_INJECTION,
        ONE_CLOCK,
        CONTROLLERS_IN_WEB,
        PACKAGES_SAY_WHAT_THEY_DECIDE);
  }

  @ParameterizedTest
  @MethodSource("rules")
  void holds(ArchRule rule) {
    rule.check(PRODUCT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "org.camunda.",
        "org.springframework.web.",
        "org.thymeleaf.",
        "jakarta.servlet.",
        "org.springframework.ui."
      })
  void everyOutsidePackageThatARuleNamesIsUsedSomewhere(String outside) {
    assertThat(Stream.concat(PRODUCT.stream(), BAD.stream()))
        .anyMatch(
            user ->
                user.getDirectDependenciesFromSelf().stream()
                    .map(use -> use.getTargetClass().getPackageName() + ".")
                    .anyMatch(name -> name.startsWith(outside)));
  }

  @Test
  void everyOwnPackageThatARuleNamesHasClasses() {
    assertThat(PRODUCT.stream().map(JavaClass::getPackageName).distinct())
        .anyMatch(name -> name.matches("uk\\.attendance\\.[a-z]+\\.web"))
        .anyMatch(name -> name.matches("uk\\.attendance\\.[a-z]+\\.process"))
        .contains(
            ROOT + "school",
            ROOT + "account",
            ROOT + "pupil",
            ROOT + "register",
            ROOT + "policy",
            ROOT + "casefile",
            ROOT + "demo");
  }

  @Test
  void everyPackageSaysWhatItDecides() {
    Set<String> packages =
        PRODUCT.stream().map(JavaClass::getPackageName).collect(Collectors.toSet());
    assertThat(packages)
        .allSatisfy(
            name ->
                assertThat(PRODUCT.contain(name + ".package-info"))
                    .as("package-info of " + name)
                    .isTrue());
  }

  @Test
  void rulesFailOnCodeThatBreaksThem() {
    JavaClasses bad = new ClassFileImporter().importPackages("uk.attendance.architecturetest");
    assertThat(bad).isNotEmpty();
    for (ArchRule rule :
        List.of(
            ENGINE_ONLY_IN_PROCESS,
            ROOT_KNOWS_NO_WEB,
            ROOT_KNOWS_NO_PROCESS,
            NO_FIELD_INJECTION,
            ONE_CLOCK,
            CONTROLLERS_IN_WEB)) {
      assertThatThrownBy(() -> rule.check(BAD))
          .as(rule.getDescription())
          .isInstanceOf(AssertionError.class)
          .hasMessageContaining("was violated");
    }
  }

  private static boolean readsTheTime(JavaMethodCall call) {
    JavaClass owner = call.getTargetOwner();
    boolean now =
        call.getName().equals("now")
            && call.getTarget().getRawParameterTypes().stream()
                .noneMatch(type -> type.isEquivalentTo(Clock.class))
            && List.of(
                    Instant.class,
                    LocalDate.class,
                    LocalTime.class,
                    LocalDateTime.class,
                    OffsetDateTime.class,
                    ZonedDateTime.class,
                    Year.class,
                    YearMonth.class)
                .stream()
                .anyMatch(owner::isEquivalentTo);
    boolean millis =
        owner.isEquivalentTo(System.class) && call.getName().equals("currentTimeMillis");
    return now || millis;
  }
}
