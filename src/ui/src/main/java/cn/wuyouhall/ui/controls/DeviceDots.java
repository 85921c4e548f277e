package cn.wuyouhall.ui.controls;

import cn.wuyouhall.domain.devices.DeviceState;
import cn.wuyouhall.ui.Texts;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/**
 * The station's devices, each with its name, a sign and a word (style class {@code device-dots};
 * each {@code device-dot} with the id {@code device-KIND} and the states {@code :warn}, {@code
 * :bad}). Texts: {@code device.kind.KIND}, {@code device.health.HEALTH}, {@code device.CODE}.
 */
public final class DeviceDots extends HBox {
  private static final PseudoClass WARN = PseudoClass.getPseudoClass("warn");
  private static final PseudoClass BAD = PseudoClass.getPseudoClass("bad");

  private final Map<String, DeviceState> states = new LinkedHashMap<>();
  private final InvalidationListener redraw = changed -> draw();
  private Texts texts;

  /** No devices yet. */
  public DeviceDots() {
    getStyleClass().add("device-dots");
  }

  /** Takes its words from here, in the language shown; keeps nothing of it alive. */
  public void texts(Texts source) {
    texts = source;
    source.localeProperty().addListener(new WeakInvalidationListener(redraw));
    draw();
  }

  /**
   * Shows a device's state; kinds as in the settings ({@code ticket-printer}, {@code id-reader}).
   */
  public void show(String kind, DeviceState state) {
    states.put(kind, state);
    draw();
  }

  private void draw() {
    getChildren()
        .setAll(states.entrySet().stream().map(e -> dot(e.getKey(), e.getValue())).toList());
  }

  private HBox dot(String kind, DeviceState state) {
    boolean warn = state.health() == DeviceState.Health.ATTENTION;
    boolean bad = state.health() == DeviceState.Health.AWAY;
    Sign sign =
        warn
            ? Sign.of(Signs.WARN, "warn")
            : bad ? Sign.of(Signs.CROSS, "bad") : Sign.of(Signs.CHECK, "good");
    HBox dot = new HBox(sign, new Label(words(kind, state)));
    dot.getStyleClass().add("device-dot");
    dot.setId("device-" + kind);
    dot.pseudoClassStateChanged(WARN, warn);
    dot.pseudoClassStateChanged(BAD, bad);
    return dot;
  }

  private String words(String kind, DeviceState state) {
    if (texts == null) {
      return kind;
    }
    String code = "device." + state.code();
    String word =
        !state.code().isBlank() && texts.has(code)
            ? texts.get(code)
            : texts.get("device.health." + state.health());
    return texts.get("device.kind." + kind) + " " + word;
  }
}
