package cn.wuyouhall.packaging.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import java.util.Map;

/** The rooms of the house as the rules see them: their packages and who may look into which. */
final class House {
  /** Each module's last package name, and those of ours it may depend on. */
  static final Map<String, List<String>> MAY_SEE =
      Map.ofEntries(
          Map.entry("domain", List.of()),
          Map.entry("store", List.of("domain")),
          Map.entry("devices", List.of("domain")),
          Map.entry("platform", List.of("domain")),
          Map.entry("station", List.of("domain", "store", "devices", "platform")),
          Map.entry("ui", List.of("domain")),
          Map.entry("virtual", List.of()),
          Map.entry("kiosk", List.of("domain", "station", "ui")),
          Map.entry("clerk", List.of("domain", "station", "ui")),
          Map.entry("testkit", List.of("domain", "store")),
          Map.entry(
              "demo",
              List.of(
                  "domain",
                  "store",
                  "devices",
                  "platform",
                  "station",
                  "ui",
                  "virtual",
                  "kiosk",
                  "clerk")),
          Map.entry(
              "packaging",
              List.of(
                  "domain",
                  "store",
                  "devices",
                  "platform",
                  "station",
                  "ui",
                  "virtual",
                  "kiosk",
                  "clerk",
                  "demo")));

  /** What ships or tests, without the tests themselves. */
  static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(location -> !location.contains("/test-classes/"))
          .importPackages("cn.wuyouhall");

  private House() {}

  /** The package pattern of a module and all below it. */
  static String all(String module) {
    return "cn.wuyouhall." + module + "..";
  }
}
