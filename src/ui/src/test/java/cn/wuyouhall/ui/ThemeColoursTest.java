package cn.wuyouhall.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every pair of colours in use can be told apart: text 4.5:1, borders and signs 3:1. */
class ThemeColoursTest {
  private static final double TEXT = 4.5;
  private static final double SIGN = 3.0;
  private static final Pattern TOKEN = Pattern.compile("(-hall-[a-z0-9-]+):\\s*(#[0-9A-Fa-f]{6});");
  private static final Pattern RULE = Pattern.compile("([^{}]+)\\{([^}]*)}");
  private static final Pattern NAME = Pattern.compile("-hall-[a-z0-9-]+");

  private static final List<String> GROUNDS = List.of("-hall-ground", "-hall-surface");
  private static final List<String> ON_GROUNDS =
      List.of("-hall-ink", "-hall-ink-2", "-hall-brand", "-hall-good", "-hall-warn", "-hall-bad");

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void wordsAndSignsStandOutFromEveryGround(boolean contrast) {
    Map<String, Color> tokens = tokens(contrast);
    List<String> faults = new ArrayList<>();
    for (String ground : GROUNDS) {
      ON_GROUNDS.forEach(ink -> check(tokens, ink, ground, TEXT, faults));
      check(tokens, "-hall-edge", ground, SIGN, faults);
    }
    check(tokens, "-hall-off", "-hall-off-soft", TEXT, faults);
    check(tokens, "-hall-off", "-hall-surface", TEXT, faults);
    for (String soft : List.of("brand", "good", "warn", "bad")) {
      check(tokens, "-hall-" + soft, "-hall-" + soft + "-soft", TEXT, faults);
      check(tokens, "-hall-ink", "-hall-" + soft + "-soft", TEXT, faults);
    }
    check(tokens, "-hall-ink-2", "-hall-brand-soft", TEXT, faults);
    check(tokens, "-hall-edge", "-hall-brand-soft", SIGN, faults);
    check(tokens, "-hall-on-brand", "-hall-brand", TEXT, faults);
    check(tokens, "-hall-on-brand", "-hall-brand-deep", TEXT, faults);
    check(tokens, "-hall-brand", "-hall-ground", SIGN, faults);
    assertEquals(List.of(), faults);
  }

  /** A rule that sets both a ground and words or a border names a pair: each is checked. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void everyPairWrittenInARuleIsReadable(boolean contrast) {
    Map<String, Color> tokens = tokens(contrast);
    List<String> faults = new ArrayList<>();
    sheets()
        .forEach(sheet -> {
          Matcher rules = RULE.matcher(plain(sheet));
          while (rules.find()) {
            checkRule(tokens, sheet + rules.group(1).strip(), rules.group(2), faults);
          }
        });
    assertEquals(List.of(), faults);
  }

  @Test
  void noSheetWritesAColourOfItsOwn() {
    List<String> faults = new ArrayList<>();
    sheets()
        .forEach(sheet -> {
          Matcher colours = Pattern.compile("#[0-9A-Fa-f]{3,8}\\b|rgba?\\(").matcher(plain(sheet));
          while (colours.find()) {
            faults.add(sheet + ": " + colours.group());
          }
        });
    assertEquals(List.of(), faults);
  }

  @Test
  void everyNameUsedIsAToken() {
    String all = Theme.read("tokens.css");
    List<String> faults = new ArrayList<>();
    sheets()
        .forEach(sheet -> {
          Matcher names = NAME.matcher(plain(sheet));
          while (names.find()) {
            if (!all.contains(names.group() + ":")) {
              faults.add(sheet + ": " + names.group());
            }
          }
        });
    assertEquals(List.of(), faults);
    assertTrue(sheets().count() >= 1);
  }

  private static void checkRule(
      Map<String, Color> tokens, String where, String body, List<String> faults) {
    List<String> grounds = names(body, "-fx-background-color");
    if (grounds.isEmpty()) {
      return;
    }
    String ground = grounds.getLast();
    for (String property : List.of("-fx-text-fill", "-fx-fill", "-fx-prompt-text-fill")) {
      names(body, property).forEach(ink -> check(tokens, ink, ground, TEXT, faults, where));
    }
    if (!where.contains(":focused") && !where.contains(":disabled")) {
      names(body, "-fx-border-color").stream()
          .filter(edge -> !edge.equals("-hall-hairline") && !edge.equals(ground))
          .forEach(edge -> check(tokens, edge, ground, SIGN, faults, where));
    }
  }

  private static List<String> names(String body, String property) {
    Matcher line = Pattern.compile("(?:^|[;\\s])" + property + ":\\s*([^;]+);").matcher(body);
    List<String> found = new ArrayList<>();
    if (line.find()) {
      Matcher names = NAME.matcher(line.group(1));
      while (names.find()) {
        found.add(names.group());
      }
    }
    return found;
  }

  private static void check(
      Map<String, Color> tokens, String ink, String ground, double least, List<String> faults) {
    check(tokens, ink, ground, least, faults, "");
  }

  private static void check(
      Map<String, Color> tokens,
      String ink,
      String ground,
      double least,
      List<String> faults,
      String where) {
    Color a = tokens.get(ink);
    Color b = tokens.get(ground);
    if (a == null || b == null) {
      return;
    }
    double ratio = ratio(a, b);
    if (ratio < least) {
      faults.add("%s on %s %.2f < %.1f %s".formatted(ink, ground, ratio, least, where));
    }
  }

  static double ratio(Color a, Color b) {
    double one = luminance(a);
    double two = luminance(b);
    return (Math.max(one, two) + 0.05) / (Math.min(one, two) + 0.05);
  }

  /** Relative luminance as WCAG 2 defines it. */
  private static double luminance(Color c) {
    return 0.2126 * linear(c.getRed())
        + 0.7152 * linear(c.getGreen())
        + 0.0722 * linear(c.getBlue());
  }

  private static double linear(double v) {
    return v <= 0.04045 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4);
  }

  private static Map<String, Color> tokens(boolean contrast) {
    Map<String, Color> tokens = new HashMap<>();
    String all = Theme.read("tokens.css") + (contrast ? Theme.read("contrast.css") : "");
    Matcher lines = TOKEN.matcher(all);
    while (lines.find()) {
      tokens.put(lines.group(1), Color.web(lines.group(2)));
    }
    return tokens;
  }

  private static Stream<String> sheets() {
    return Stream.of("components.css", "kiosk.css", "board.css", "clerk.css", "pad.css")
        .filter(name -> Theme.class.getResource("/cn/wuyouhall/styles/" + name) != null);
  }

  private static String plain(String sheet) {
    return Theme.read(sheet).replaceAll("(?s)/\\*.*?\\*/", "");
  }
}
