package cn.wuyouhall.ui;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.text.Font;

/**
 * The family all screens are written in, by name: JavaFX's own fallback draws boxes for Chinese
 * where only CFF fonts are installed. Its digits all have one width.
 */
public final class Fonts {
  /** In this order, the first that is installed. */
  static final List<String> WANTED =
      List.of(
          "Noto Sans CJK SC",
          "Source Han Sans SC",
          "Microsoft YaHei",
          "PingFang SC",
          "WenQuanYi Micro Hei",
          "WenQuanYi Zen Hei");

  private Fonts() {}

  /** The family chosen; empty when none of them is installed and Chinese would show as boxes. */
  public static Optional<String> family() {
    Set<String> installed = new HashSet<>(Font.getFamilies());
    return WANTED.stream().filter(installed::contains).findFirst();
  }
}
