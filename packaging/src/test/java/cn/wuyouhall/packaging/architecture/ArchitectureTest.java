package cn.wuyouhall.packaging.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.MethodCallTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The rules of the house, each with its because. */
class ArchitectureTest {
  private static final Set<String> READS_THE_CLOCK =
      Set.of(
          "java.lang.System.currentTimeMillis",
          "java.time.Instant.now",
          "java.time.LocalDate.now",
          "java.time.LocalTime.now",
          "java.time.LocalDateTime.now",
          "java.time.OffsetDateTime.now",
          "java.time.ZonedDateTime.now");

  private static final Set<String> STARTS_A_CLOCK =
      Set.of(
          "java.time.InstantSource.system",
          "java.time.Clock.systemUTC",
          "java.time.Clock.systemDefaultZone",
          "java.time.Clock.system");

  private static final Set<String> ENDS_THE_PROCESS =
      Set.of("java.lang.System.exit", "java.lang.Runtime.exit", "java.lang.Runtime.halt");

  private static void holds(ArchRule rule) {
    rule.allowEmptyShould(true).check(House.CLASSES);
  }

  private static DescribedPredicate<JavaCall<?>> callOf(Set<String> methods) {
    return DescribedPredicate.describe(
        "one of " + new TreeSet<>(methods),
        call ->
            call.getTarget() instanceof MethodCallTarget target
                && methods.contains(target.getOwner().getName() + "." + target.getName()));
  }

  /** Reading the clock through {@code now()}; with an argument it is only a conversion. */
  private static DescribedPredicate<JavaCall<?>> clockRead() {
    return DescribedPredicate.describe(
        "the machine's clock",
        call ->
            callOf(READS_THE_CLOCK).test(call)
                && call.getTarget().getRawParameterTypes().stream()
                    .noneMatch(type -> type.isAssignableTo(java.time.InstantSource.class)));
  }

  private static DescribedPredicate<JavaAccess<?>> fieldOrMethodNamed(String owner, String name) {
    return DescribedPredicate.describe(
        owner + "." + name,
        access -> access.getTargetOwner().getName().equals(owner) && access.getName().equals(name));
  }

  @Test
  void everyPackageHasItsRoom() {
    var rooms = new TreeSet<String>();
    for (var type : House.CLASSES) {
      rooms.add(List.of(type.getPackageName().split("\\.", -1)).get(2));
    }
    assertEquals(
        new TreeSet<>(House.MAY_SEE.keySet()), rooms, "a module that no rule knows, or one gone");
  }

  @TestFactory
  Stream<DynamicTest> aModuleSeesOnlyWhatLiesBelowIt() {
    return House.MAY_SEE.entrySet().stream()
        .map(room ->
            DynamicTest.dynamicTest(
                room.getKey() + " sees " + room.getValue(),
                () -> {
                  var hidden =
                      House.MAY_SEE.keySet().stream()
                          .filter(other -> !other.equals(room.getKey()))
                          .filter(other -> !room.getValue().contains(other))
                          .map(House::all)
                          .toArray(String[]::new);
                  holds(
                      noClasses()
                          .that()
                          .resideInAPackage(House.all(room.getKey()))
                          .should()
                          .dependOnClassesThat()
                          .resideInAnyPackage(hidden)
                          .because(
                              "a change in one module must not reach those it does not know;"
                                  + " the virtual hall meets us only over real wires"));
                }));
  }

  @Test
  void theDomainDoesNoInputOrOutput() {
    holds(
        noClasses()
            .that()
            .resideInAPackage(House.all("domain"))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "java.io..",
                "java.nio.file..",
                "java.nio.channels..",
                "java.net..",
                "java.sql..",
                "javax..",
                "org..",
                "com..",
                "javafx..")
            .because("rules that need a disk or a network cannot be tried a thousand times"));
  }

  @Test
  void theDomainStartsNoThreads() {
    holds(
        noClasses()
            .that()
            .resideInAPackage(House.all("domain"))
            .should()
            .callConstructor(Thread.class)
            .orShould()
            .callConstructor(Thread.class, Runnable.class)
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.util.concurrent.Executors")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.util.concurrent.CompletableFuture")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.util.Timer")
            .orShould()
            .accessTargetWhere(fieldOrMethodNamed("java.lang.Thread", "sleep"))
            .orShould()
            .accessTargetWhere(fieldOrMethodNamed("java.lang.Thread", "ofVirtual"))
            .orShould()
            .accessTargetWhere(fieldOrMethodNamed("java.lang.Thread", "ofPlatform"))
            .because("whoever calls a rule decides on which thread it runs"));
  }

  @Test
  void timeIsAnArgument() {
    holds(
        noClasses()
            .should()
            .callMethodWhere(clockRead())
            .orShould()
            .callConstructor(java.util.Date.class)
            .because(
                "the demo's day runs on a stated clock, and a hidden read of the machine's own"
                    + " would mix two times in one record"));
  }

  @Test
  void theDomainOwnsNoClock() {
    holds(
        noClasses()
            .that()
            .resideInAPackage(House.all("domain"))
            .should()
            .callMethodWhere(callOf(STARTS_A_CLOCK))
            .orShould()
            .accessTargetWhere(fieldOrMethodNamed("java.lang.System", "nanoTime"))
            .because("a rule gives the same answer for the same arguments, at any hour"));
  }

  @Test
  void screensCallJobsOnly() {
    holds(
        noClasses()
            .that()
            .resideInAnyPackage(House.all("kiosk"), House.all("clerk"), House.all("ui"))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                House.all("store"),
                House.all("devices"),
                House.all("platform"),
                "java.sql..",
                "okhttp3..",
                "com.fazecast..",
                "org.jdbi..",
                "org.sqlite..")
            .because("no screen holds a rule, opens a connection or touches a device"));
  }

  @Test
  void onlyMainEndsTheProcess() {
    holds(
        noClasses()
            .that()
            .doNotHaveFullyQualifiedName("cn.wuyouhall.packaging.Main")
            .should()
            .callMethodWhere(callOf(ENDS_THE_PROCESS))
            .because("an exit inside a library skips every close in reverse order"));
  }

  @Test
  void nobodyWritesToTheStandardStreams() {
    holds(
        GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.because(
            "a command writes to its own streams, which tests can read; the rest logs"));
  }

  @Test
  void oneWayOfLogging() {
    holds(
        GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING.because(
            "SLF4J is the one door: rotation and codes hang on it"));
  }

  @Test
  void javaFxStaysWithTheScreens() {
    holds(
        noClasses()
            .that()
            .resideOutsideOfPackages(
                House.all("ui"),
                House.all("kiosk"),
                House.all("clerk"),
                House.all("virtual"),
                House.all("demo"),
                House.all("testkit"))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("javafx..")
            .because("what has no screen must run where there is none"));
  }

  @Test
  void nothingIsSerializedByJava() {
    holds(
        noClasses()
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.io.ObjectOutputStream")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.io.ObjectInputStream")
            .because(
                "two versions of the program share one database, so every stored form is written"
                    + " down; the compiler's serial warnings are off on this ground"));
  }

  @Test
  void namesSayWhatAClassIs() {
    holds(
        noClasses()
            .should()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("Impl")
            .because("such a name fits any class and so says nothing of this one"));
  }

  @Test
  void screensDoNotWait() {
    holds(
        noClasses()
            .that()
            .resideInAnyPackage(House.all("kiosk"), House.all("clerk"), House.all("ui"))
            .should()
            .accessTargetWhere(fieldOrMethodNamed("java.lang.Thread", "sleep"))
            .because("timers of the screens go through Pace, which the demo's clock speeds up"));
  }

  @Test
  void productionCodeKnowsNoTestLibrary() {
    holds(
        noClasses()
            .that(
                DescribedPredicate.describe(
                    "are not in the testkit",
                    (JavaClass type) -> !type.getPackageName().startsWith("cn.wuyouhall.testkit")))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.junit..", "org.testfx..", "com.tngtech..", "io.zonky..")
            .because("what ships must not carry what only tests"));
  }
}
