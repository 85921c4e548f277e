package cn.wuyouhall.domain.catalogue;

import cn.wuyouhall.domain.hall.Name;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One version of the catalogue, held in memory whole (1,733 items). Immutable. */
public final class Catalogue {
  private final int version;
  private final LocalDate published;
  private final List<SubCentre> subCentres;
  private final Map<String, Department> departments = new LinkedHashMap<>();
  private final Map<String, Item> items = new LinkedHashMap<>();
  private final List<Scene> scenes;
  private final List<Errand> errands;

  /** A sub-centre (分中心). */
  public record SubCentre(String id, Name name) {}

  /** A department. */
  public record Department(String id, Name name, String uscc, String subCentre) {}

  /** A one-matter scene (一件事): several items by one form. */
  public record Scene(String id, Name name, boolean enterprise, List<String> items) {
    public Scene {
      items = List.copyOf(items);
    }
  }

  /** An everyday errand of the kiosk's first page. */
  public record Errand(String id, Name name, List<String> items) {
    public Errand {
      items = List.copyOf(items);
    }
  }

  /**
   * A catalogue of these parts; ids are unique and references are whole, which the loader has
   * checked.
   */
  public Catalogue(
      int version,
      LocalDate published,
      List<SubCentre> subCentres,
      List<Department> departments,
      List<Item> items,
      List<Scene> scenes,
      List<Errand> errands) {
    this.version = version;
    this.published = published;
    this.subCentres = List.copyOf(subCentres);
    departments.forEach(department -> this.departments.put(department.id(), department));
    items.forEach(item -> this.items.put(item.code(), item));
    this.scenes = List.copyOf(scenes);
    this.errands = List.copyOf(errands);
  }

  /** Counts up with each publication. */
  public int version() {
    return version;
  }

  /** The day this version was published. */
  public LocalDate published() {
    return published;
  }

  /** All sub-centres, in order. */
  public List<SubCentre> subCentres() {
    return subCentres;
  }

  /** All departments, in order. */
  public List<Department> departments() {
    return List.copyOf(departments.values());
  }

  /** All items, in the order of the catalogue. */
  public List<Item> items() {
    return List.copyOf(items.values());
  }

  /** All scenes. */
  public List<Scene> scenes() {
    return scenes;
  }

  /** The kiosk's everyday errands. */
  public List<Errand> errands() {
    return errands;
  }

  /** The item with this handling code. */
  public Optional<Item> item(String code) {
    return Optional.ofNullable(items.get(code));
  }

  /** The department with this id. */
  public Optional<Department> department(String id) {
    return Optional.ofNullable(departments.get(id));
  }
}
