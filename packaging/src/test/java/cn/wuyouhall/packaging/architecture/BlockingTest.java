package cn.wuyouhall.packaging.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.wuyouhall.domain.work.BlockingWork;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Store, devices and platform refuse the screen's thread: from every method that others can call,
 * each way to a file, a database, a serial line or a socket passes {@link
 * BlockingWork#refuseOnUiThread}. Because a frozen screen looks broken to the person before it, and
 * nobody finds the one call that froze it once it is in a hall.
 *
 * <p>Bodies of lambdas are not followed: they are handed on, to a guarded transaction or to a
 * thread of their own.
 */
class BlockingTest {
  private static final List<String> GUARDED_MODULES = List.of("store", "devices", "platform");

  /** Handed out inside a guarded transaction only. */
  private static final Set<String> INSIDE_THE_GUARD = Set.of("cn.wuyouhall.store.sql.Statements");

  private final Map<JavaCodeUnit, Boolean> waits = new HashMap<>();

  private static boolean isOurs(JavaClass type) {
    return GUARDED_MODULES.stream()
        .anyMatch(
            module -> type.getPackageName().matches("cn\\.wuyouhall\\." + module + "(\\..*)?"));
  }

  private static boolean isWait(CodeUnitCallTarget target) {
    var owner = target.getOwner().getName();
    return owner.matches("java\\.sql\\.(Connection|DriverManager|Statement|PreparedStatement)")
        || owner.equals("javax.sql.DataSource")
        || owner.matches("java\\.nio\\.file\\.Files|java\\.nio\\.channels\\..*")
        || owner.matches("java\\.net\\.(Server)?Socket")
        || (owner.equals("okhttp3.Call") && target.getName().equals("execute"))
        || (owner.equals("com.fazecast.jSerialComm.SerialPort")
            && target.getName().matches("openPort|closePort|readBytes|writeBytes"));
  }

  private static boolean isGuard(CodeUnitCallTarget target) {
    return target.getOwner().isEquivalentTo(BlockingWork.class);
  }

  /** Whether a call can come to a wait without having passed the guard. */
  private boolean waitsUnguarded(JavaCodeUnit unit) {
    var known = waits.get(unit);
    if (known != null) {
      return known;
    }
    waits.put(unit, false); // a method that calls itself adds nothing
    var calls =
        unit.getCallsFromSelf().stream().filter(call -> !call.isDeclaredInLambda()).toList();
    var unguarded =
        calls.stream().noneMatch(call -> isGuard(call.getTarget()))
            && calls.stream()
                .anyMatch(call ->
                    isWait(call.getTarget())
                        || reached(call.getTarget()).stream().anyMatch(this::waitsUnguarded));
    waits.put(unit, unguarded);
    return unguarded;
  }

  /** The bodies of ours that a call may run: the method itself and what overrides it. */
  private static List<JavaCodeUnit> reached(CodeUnitCallTarget target) {
    var bodies = new ArrayList<JavaCodeUnit>();
    target.resolveMember().map(JavaCodeUnit.class::cast).ifPresent(bodies::add);
    if (isOurs(target.getOwner())) {
      var parameters =
          target.getRawParameterTypes().stream().map(JavaClass::getName).toArray(String[]::new);
      for (var type : target.getOwner().getAllSubclasses()) {
        type.tryGetMethod(target.getName(), parameters).ifPresent(bodies::add);
      }
    }
    return bodies.stream().filter(body -> isOurs(body.getOwner())).toList();
  }

  /**
   * Public methods of public types, and those that answer a port of the domain. Closing may wait:
   * it comes after the last screen.
   */
  private static boolean isEntrance(JavaCodeUnit unit) {
    var owner = unit.getOwner();
    var answersPort =
        owner.getAllRawInterfaces().stream()
            .anyMatch(port -> port.getPackageName().startsWith("cn.wuyouhall.domain"));
    return unit.getModifiers().contains(JavaModifier.PUBLIC)
        && !unit.getModifiers().contains(JavaModifier.SYNTHETIC)
        && (owner.getModifiers().contains(JavaModifier.PUBLIC) || answersPort)
        && !unit.getName().equals("close")
        && !INSIDE_THE_GUARD.contains(owner.getName());
  }

  @Test
  void everyWayToAWaitPassesTheGuard() {
    var open = new TreeSet<String>();
    for (var type : House.CLASSES) {
      if (isOurs(type)) {
        type.getCodeUnits().stream()
            .filter(BlockingTest::isEntrance)
            .filter(this::waitsUnguarded)
            .forEach(unit -> open.add(unit.getFullName()));
      }
    }
    assertEquals(Set.of(), open, "may wait on the screen's thread");
  }

  /** The rule above would hold of an empty house too. */
  @Test
  void theWaitsAreSeen() {
    var waiting = new ArrayList<String>();
    for (var type : House.CLASSES) {
      if (isOurs(type)) {
        type.getCodeUnits().stream()
            .filter(this::waitsUnguarded)
            .forEach(unit -> waiting.add(unit.getOwner().getPackageName()));
      }
    }
    for (var module : GUARDED_MODULES) {
      assertTrue(
          waiting.stream().anyMatch(name -> name.startsWith("cn.wuyouhall." + module)), module);
    }
  }
}
