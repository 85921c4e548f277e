package cn.wuyouhall.ui.controls;

import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/**
 * The steps of a visit in one row: which are done, which is open (style class {@code steps}; each
 * {@code step} with the id {@code step-N} from 1 and the states {@code :current}, {@code :done}).
 */
public final class Steps extends HBox {
  private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
  private static final PseudoClass DONE = PseudoClass.getPseudoClass("done");

  /**
   * A step.
   *
   * @param name its words
   * @param progress such as {@code 4/6}; blank for none
   * @param done whether nothing is missing in it; may be gone back to
   */
  public record Step(String name, String progress, boolean done) {}

  /** No steps yet. */
  public Steps() {
    getStyleClass().add("steps");
  }

  /** Shows these steps; {@code current} counts from 0, below 0 for none. */
  public void show(List<Step> steps, int current) {
    List<HBox> shown = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      shown.add(step(steps.get(i), i, i == current));
    }
    getChildren().setAll(shown);
  }

  private static HBox step(Step step, int index, boolean current) {
    HBox box = new HBox(new Label((index + 1) + " " + step.name()));
    box.setId("step-" + (index + 1));
    box.getStyleClass().add("step");
    if (!step.progress().isBlank()) {
      box.getChildren().add(new Label(step.progress()));
    }
    if (step.done()) {
      box.getChildren().add(Sign.of(Signs.CHECK, "good"));
    }
    box.pseudoClassStateChanged(CURRENT, current);
    box.pseudoClassStateChanged(DONE, step.done());
    return box;
  }
}
