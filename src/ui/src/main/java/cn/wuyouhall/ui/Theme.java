package cn.wuyouhall.ui;

import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.application.Application;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Scene;

/**
 * How all screens look: AtlantaFX below, our tokens and components over it.
 *
 * <p>Colours are looked-up colours of {@code tokens.css}; sizes are names of {@code
 * sizes.properties}, written {@code $name} in the sheets and filled in for the surface and the
 * glass. Large type and high contrast change tokens only. FX thread.
 */
public final class Theme {
  private static final String STYLES = "/cn/wuyouhall/styles/";
  private static final Pattern SIZE_NAME = Pattern.compile("\\$([a-z][a-z0-9-]*)");

  /** Where a screen is seen: sets its sizes. */
  public enum Surface {
    /** A clerk's or guide's monitor; sizes in pixels. */
    DESK,
    /** The kiosk's glass; sizes in millimetres. */
    KIOSK,
    /** The call board; sizes in pixels of 1920 × 1080. */
    BOARD,
    /** The rating pad, 1280 × 800. */
    PAD
  }

  private record Dressed(Scene scene, List<String> sheets) {}

  private final Surface surface;
  private final Glass glass;
  private final List<Dressed> scenes = new ArrayList<>();
  private final BooleanProperty large = new SimpleBooleanProperty(this, "large");
  private final BooleanProperty contrast = new SimpleBooleanProperty(this, "contrast");

  /** The look of one surface on its glass. */
  public Theme(Surface surface, Glass glass) {
    this.surface = surface;
    this.glass = glass;
    large.subscribe(this::redress);
    contrast.subscribe(this::redress);
  }

  /**
   * Dresses a scene: the components, then these sheets of {@code cn/wuyouhall/styles/} over them
   * ({@code "kiosk.css"}), with their sizes filled in.
   */
  public void dress(Scene scene, String... sheets) {
    Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
    Dressed dressed = new Dressed(scene, List.of(sheets));
    scenes.removeIf(other -> other.scene().equals(scene));
    scenes.add(dressed);
    put(dressed);
  }

  /** The scene is gone; it no longer follows. */
  public void forget(Scene scene) {
    scenes.removeIf(other -> other.scene().equals(scene));
  }

  /** Large type (the kiosk's elder mode) on every dressed scene. */
  public void large(boolean on) {
    large.set(on);
  }

  /** High contrast on every dressed scene. */
  public void contrast(boolean on) {
    contrast.set(on);
  }

  /** Whether large type is on. */
  public ReadOnlyBooleanProperty largeProperty() {
    return large;
  }

  /** Whether high contrast is on. */
  public ReadOnlyBooleanProperty contrastProperty() {
    return contrast;
  }

  /** A size of this surface (wide) in pixels, by its name without the {@code $}. */
  public double size(String name) {
    String css = sizes(false).get(name);
    if (css == null) {
      throw new IllegalArgumentException("no size " + name + " for " + surface);
    }
    return Double.parseDouble(css.substring(0, css.length() - "px".length()));
  }

  private void redress() {
    scenes.forEach(this::put);
  }

  private void put(Dressed dressed) {
    Map<String, String> sizes = sizes(isTall(dressed.scene()));
    List<String> urls = new ArrayList<>();
    urls.add(url(root(sizes) + read("tokens.css")));
    if (contrast.get()) {
      urls.add(url(read("contrast.css")));
    }
    urls.add(url(fill("components.css", sizes)));
    dressed.sheets().forEach(sheet -> urls.add(url(fill(sheet, sizes))));
    dressed.scene().getStylesheets().setAll(urls);
  }

  private static boolean isTall(Scene scene) {
    return scene.getHeight() > scene.getWidth();
  }

  private static String root(Map<String, String> sizes) {
    String family = Fonts.family().orElse("System");
    return ".root { -fx-font-family: \"%s\"; -fx-font-size: %s; }%n"
        .formatted(family, sizes.get("text"));
  }

  private Map<String, String> sizes(boolean tall) {
    Properties all = new Properties();
    try {
      all.load(new StringReader(read("sizes.properties")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String place = surface.name().toLowerCase(Locale.ROOT);
    Map<String, String> sizes = new HashMap<>();
    addSizes(sizes, all, place + ".");
    if (tall) {
      addSizes(sizes, all, place + "-tall.");
    }
    if (large.get()) {
      addSizes(sizes, all, place + "-large.");
    }
    if (large.get() && tall) {
      addSizes(sizes, all, place + "-large-tall.");
    }
    return sizes;
  }

  private void addSizes(Map<String, String> sizes, Properties all, String prefix) {
    for (String key : all.stringPropertyNames()) {
      if (key.startsWith(prefix)) {
        sizes.put(key.substring(prefix.length()), pixels(all.getProperty(key).strip()));
      }
    }
  }

  private String pixels(String size) {
    double number = Double.parseDouble(size.substring(0, size.length() - 2));
    double pixels =
        switch (size.substring(size.length() - 2)) {
          case "px" -> number;
          case "mm" -> glass.mm(number);
          default -> throw new IllegalArgumentException("a size is px or mm: " + size);
        };
    return String.format(Locale.ROOT, "%.1fpx", pixels);
  }

  private static String fill(String sheet, Map<String, String> sizes) {
    Matcher names = SIZE_NAME.matcher(read(sheet));
    return names.replaceAll(found -> {
      String size = sizes.get(found.group(1));
      if (size == null) {
        throw new IllegalArgumentException("no size " + found.group() + " in " + sheet);
      }
      return size;
    });
  }

  static String read(String name) {
    try (InputStream in = Theme.class.getResourceAsStream(STYLES + name)) {
      if (in == null) {
        throw new IllegalArgumentException("no style sheet " + STYLES + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }

  private static String url(String css) {
    return "data:text/css;base64,"
        + Base64.getEncoder().encodeToString(css.getBytes(StandardCharsets.UTF_8));
  }
}
