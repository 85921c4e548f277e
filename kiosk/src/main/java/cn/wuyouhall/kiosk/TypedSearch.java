package cn.wuyouhall.kiosk;

import cn.wuyouhall.domain.catalogue.Item;
import cn.wuyouhall.ui.Background;
import cn.wuyouhall.ui.Failure;
import cn.wuyouhall.ui.Job;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** The search by letters: what was typed, and what is found for it. FX thread. */
public final class TypedSearch {
  private static final int MOST_TYPED = 16;
  private static final int MOST_FOUND = 40;

  private final KioskJobs jobs;
  private final Background work;
  private final Consumer<Failure> failed;
  private final ReadOnlyStringWrapper typed = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<List<Item>> found = new ReadOnlyObjectWrapper<>(List.of());
  private Job<List<Item>> running;

  TypedSearch(KioskJobs jobs, Background work, Consumer<Failure> failed) {
    this.jobs = jobs;
    this.work = work;
    this.failed = failed;
  }

  /** What was typed. */
  public ReadOnlyStringProperty typedProperty() {
    return typed.getReadOnlyProperty();
  }

  /** The items found for it, best first. */
  public ReadOnlyObjectProperty<List<Item>> foundProperty() {
    return found.getReadOnlyProperty();
  }

  /** One more character; a full line takes no more. */
  public void type(String character) {
    if (typed.get().length() < MOST_TYPED) {
      typed.set(typed.get() + character);
      find();
    }
  }

  /** The last character away. */
  public void erase() {
    if (!typed.get().isEmpty()) {
      typed.set(typed.get().substring(0, typed.get().length() - 1));
      find();
    }
  }

  /** Everything away. */
  public void clear() {
    drop();
    typed.set("");
    found.set(List.of());
  }

  private void find() {
    drop();
    String words = typed.get();
    running = work.run(() -> words.isEmpty() ? List.of() : jobs.find(words, MOST_FOUND));
    running.then(found::set).otherwise(failed);
  }

  /** An older search that comes late must not overwrite a newer one. */
  private void drop() {
    if (running != null) {
      running.drop();
    }
  }
}
