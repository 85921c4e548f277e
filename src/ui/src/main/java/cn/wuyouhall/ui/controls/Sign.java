package cn.wuyouhall.ui.controls;

import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import javafx.scene.shape.SVGPath;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;

/**
 * A drawn sign (style class {@code sign}; {@code large}, {@code brand}, {@code good}, {@code warn},
 * {@code bad} and {@code on-brand} beside it). Its size comes from the style sheet; a word stands
 * beside it wherever it means something. In FXML: {@code <Sign kind="CARD"/>}.
 */
public final class Sign extends Region {
  private static final double FIELD = 24;
  private static final double LINE = 1.8;

  private final SVGPath path = new SVGPath();
  private Signs kind;

  /** A sign that is not chosen yet: for FXML. */
  public Sign() {
    this(Signs.INFO);
  }

  /** A sign of this kind. */
  public Sign(Signs kind) {
    getStyleClass().add("sign");
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setMouseTransparent(true);
    path.getStyleClass().add("shape");
    path.setManaged(false);
    path.setStrokeWidth(LINE);
    path.setStrokeLineCap(StrokeLineCap.ROUND);
    path.setStrokeLineJoin(StrokeLineJoin.ROUND);
    getChildren().add(path);
    draw(kind);
  }

  /** A sign with these style classes beside its own. */
  public static Sign of(Signs kind, String... classes) {
    Sign sign = new Sign(kind);
    sign.getStyleClass().addAll(classes);
    return sign;
  }

  /** What it shows. */
  public Signs getKind() {
    return kind;
  }

  /** Shows another sign. */
  public void setKind(Signs other) {
    draw(other);
  }

  private void draw(Signs other) {
    kind = other;
    path.setContent(other.path());
  }

  @Override
  protected void layoutChildren() {
    double scale = Math.min(getWidth(), getHeight()) / FIELD;
    path.getTransforms()
        .setAll(
            new javafx.scene.transform.Translate(
                (getWidth() - FIELD * scale) / 2, (getHeight() - FIELD * scale) / 2),
            new javafx.scene.transform.Scale(scale, scale));
  }
}
