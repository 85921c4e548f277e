package cn.wuyouhall.ui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.text.Font;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

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

  private static final Logger LOG = LoggerFactory.getLogger(Fonts.class);

  /** Where Debian and its kin, Fedora and its kin, and Arch keep Noto Sans CJK. */
  private static final List<Path> FOLDERS =
      List.of(
          Path.of("/usr/share/fonts/opentype/noto"),
          Path.of("/usr/share/fonts/google-noto-cjk"),
          Path.of("/usr/share/fonts/noto-cjk"));

  private static final List<String> COLLECTIONS =
      List.of("NotoSansCJK-Regular.ttc", "NotoSansCJK-Bold.ttc");

  private Fonts() {}

  /** Chosen once a program. */
  private static final class Chosen {
    static final Optional<String> FAMILY = choose();
  }

  /** The family chosen; empty when none of them is installed and Chinese would show as boxes. */
  public static Optional<String> family() {
    return Chosen.FAMILY;
  }

  private static Optional<String> choose() {
    String first = WANTED.getFirst();
    if (loadAlone(first, FOLDERS, cache())) {
      return Optional.of(first);
    }
    Set<String> installed = new HashSet<>(Font.getFamilies());
    return WANTED.stream().filter(installed::contains).findFirst();
  }

  /**
   * Loads a family's two weights, each as a file of its own; false where the collections are not
   * found or the files cannot be written: then the family is opened by its name, which shows the
   * same and takes more memory.
   */
  static boolean loadAlone(String family, List<Path> folders, Path cache) {
    Optional<Path> folder =
        folders.stream()
            .filter(place ->
                COLLECTIONS.stream().allMatch(name -> Files.isReadable(place.resolve(name))))
            .findFirst();
    if (folder.isEmpty()) {
      return false;
    }
    try {
      for (String name : COLLECTIONS) {
        Optional<Path> font = new FontCollection(folder.get().resolve(name)).alone(family, cache);
        if (font.isEmpty() || Font.loadFont(font.get().toUri().toString(), 12) == null) {
          return false;
        }
      }
      return true;
    } catch (IOException fault) {
      LOG.info("fonts are opened by name, which takes more memory: {}", fault.getMessage());
      return false;
    }
  }

  private static Path cache() {
    String stated = System.getenv("XDG_CACHE_HOME");
    Path caches =
        stated == null || stated.isBlank()
            ? Path.of(System.getProperty("user.home"), ".cache")
            : Path.of(stated);
    return caches.resolve("wuyou-hall");
  }
}
