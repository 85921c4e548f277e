package cn.wuyouhall.ui.controls;

import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * A button that carries its key and, when it cannot be pressed, why (style class {@code
 * action-button}; {@code primary}, {@code danger} beside it).
 *
 * <p>Its words are its {@code text}; {@code key="F2"} in FXML writes the key on it and makes the
 * key press it while it is on a scene, visible and allowed; {@link #forbiddenProperty} disables it
 * and shows the reason below the words. Do not bind its {@code disable}.
 */
public final class ActionButton extends Button {
  private final StringProperty forbidden = new SimpleStringProperty(this, "forbidden", "");
  private final BooleanProperty reasonShown = new SimpleBooleanProperty(this, "reasonShown", true);
  private final ObjectProperty<KeyCombination> key = new SimpleObjectProperty<>(this, "key");
  private final Runnable press = this::pressByKey;

  /** A button without words yet: for FXML. */
  public ActionButton() {
    this("");
  }

  /** A button with these words. */
  public ActionButton(String words) {
    super(words);
    getStyleClass().add("action-button");
    setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    setGraphic(face());
    disableProperty().bind(Bindings.createBooleanBinding(this::isForbidden, forbidden));
    sceneProperty().subscribe(this::moved);
    key.subscribe((before, after) -> rekey(getScene(), before, after));
  }

  private VBox face() {
    Label caption = new Label();
    caption.getStyleClass().add("caption");
    caption.textProperty().bind(textProperty());
    caption.setMinWidth(Region.USE_PREF_SIZE);
    Label cap = new Label();
    cap.getStyleClass().add("key-cap");
    cap.setMinWidth(Region.USE_PREF_SIZE);
    cap.textProperty().bind(key.map(ActionButton::cap).orElse(""));
    showOnlyWithText(cap);
    Region room = new Region();
    HBox.setHgrow(room, Priority.ALWAYS);
    HBox words = new HBox(caption, room, cap);
    words.getStyleClass().add("words");
    Label reason = new Label();
    reason.getStyleClass().add("reason");
    reason.setWrapText(true);
    reason.textProperty().bind(forbidden);
    reason.visibleProperty().bind(reason.textProperty().isNotEmpty().and(reasonShown));
    reason.managedProperty().bind(reason.visibleProperty());
    VBox face = new VBox(words, reason);
    face.setAlignment(Pos.CENTER_LEFT);
    face.setMouseTransparent(true);
    return face;
  }

  /** As it stands on keyboards: Esc and Enter by their names. */
  private static String cap(KeyCombination combination) {
    return switch (combination.getName()) {
      case "Esc", "Enter" -> combination.getName();
      default -> combination.getDisplayText().strip();
    };
  }

  /** Its reason wraps: how high it is depends on how wide. */
  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computePrefHeight(double width) {
    double room = width < 0 ? prefWidth(-1) : width;
    double words = room - snappedLeftInset() - snappedRightInset();
    return snappedTopInset() + getGraphic().prefHeight(words) + snappedBottomInset();
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  private static void showOnlyWithText(Label label) {
    label.visibleProperty().bind(label.textProperty().isNotEmpty());
    label.managedProperty().bind(label.visibleProperty());
  }

  private void moved(Scene before, Scene after) {
    rekey(before, key.get(), null);
    rekey(after, null, key.get());
  }

  private void rekey(Scene scene, KeyCombination before, KeyCombination after) {
    if (scene == null) {
      return;
    }
    if (before != null) {
      scene.getAccelerators().remove(before, press);
    }
    if (after != null) {
      scene.getAccelerators().put(after, press);
    }
  }

  private void pressByKey() {
    if (!isDisabled() && isShown()) {
      fire();
    }
  }

  private boolean isShown() {
    for (javafx.scene.Node node = this; node != null; node = node.getParent()) {
      if (!node.isVisible()) {
        return false;
      }
    }
    return true;
  }

  private boolean isForbidden() {
    String reason = forbidden.get();
    return reason != null && !reason.isBlank();
  }

  /** Why it cannot be pressed now; blank or null when it can. */
  public StringProperty forbiddenProperty() {
    return forbidden;
  }

  /** Why it cannot be pressed now, blank when it can. */
  public String getForbidden() {
    return forbidden.get();
  }

  /** Forbids it for this reason; blank allows it. */
  public void setForbidden(String reason) {
    forbidden.set(reason);
  }

  /** Whether the reason stands on the button; off where one line beside says it for several. */
  public boolean isReasonShown() {
    return reasonShown.get();
  }

  /** Shows the reason on the button or leaves that to a line beside it. */
  public void setReasonShown(boolean shown) {
    reasonShown.set(shown);
  }

  /** Its key; null for none. */
  public ObjectProperty<KeyCombination> keyCombinationProperty() {
    return key;
  }

  /** Its key as JavaFX writes it ({@code F2}, {@code Ctrl+K}), blank for none. */
  public String getKey() {
    return key.get() == null ? "" : key.get().getName();
  }

  /** Gives it a key as JavaFX writes it ({@code F2}, {@code Ctrl+K}); blank for none. */
  public void setKey(String name) {
    key.set(name == null || name.isBlank() ? null : KeyCombination.valueOf(name));
  }
}
