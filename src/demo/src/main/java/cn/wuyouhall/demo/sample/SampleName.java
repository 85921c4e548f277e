package cn.wuyouhall.demo.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a generated item.
 *
 * @param department its department's id
 * @param type two digits
 * @param persons whether persons may apply
 * @param enterprises whether organisations may apply
 * @param main main number in the basic code, one a line of {@code names.txt}
 * @param sub sub number, counted along the line
 * @param name the name
 * @param base what its variants share
 * @param variant place among the variants of its base, 0 for the first or only one
 */
record SampleName(
    String department,
    String type,
    boolean persons,
    boolean enterprises,
    int main,
    int sub,
    String name,
    String base,
    int variant) {
  private static final Pattern CHOICE = Pattern.compile("\\{([^{}]*)}");
  private static final int FIRST_MAIN = 101;

  /** All names of {@code names.txt}, more than the catalogue needs. */
  static List<SampleName> all() {
    List<SampleName> names = new ArrayList<>();
    String department = "";
    int line = 0;
    for (String text : SampleFiles.lines("names.txt")) {
      if (text.startsWith("[")) {
        department = text.substring(1, text.length() - 1);
        line = 0;
      } else {
        names.addAll(expand(department, FIRST_MAIN + line++, text));
      }
    }
    return names;
  }

  /** The names of one line. */
  static List<SampleName> expand(String department, int main, String line) {
    String[] parts = line.split(" ", 3);
    List<Expansion> expansions = expand(macros(parts[2]));
    List<SampleName> names = new ArrayList<>();
    for (Expansion e : expansions) {
      names.add(
          new SampleName(
              department,
              parts[0],
              parts[1].contains("p"),
              parts[1].contains("e"),
              main,
              names.size() + 1,
              e.name(),
              e.base(),
              e.variant()));
    }
    return names;
  }

  private record Expansion(String name, String base, int variant) {}

  private static String macros(String pattern) {
    return pattern
        .replace("%5", "{（新办）,（变更）,（延续）,（补证）,（注销）}")
        .replace("%4", "{（新办）,（变更）,（补证）,（注销）}")
        .replace("%3", "{（新办）,（变更）,（注销）}");
  }

  private static List<Expansion> expand(String pattern) {
    List<Expansion> done = List.of(new Expansion("", "", 0));
    Matcher choice = CHOICE.matcher(pattern);
    int from = 0;
    int groups = 0;
    while (choice.find()) {
      String before = pattern.substring(from, choice.start());
      String[] options = choice.group(1).split(",", -1);
      boolean variants = ++groups > 1 || choice.group(1).startsWith("（");
      List<Expansion> longer = new ArrayList<>();
      for (Expansion e : done) {
        for (int i = 0; i < options.length; i++) {
          String base = e.base() + before + (variants ? "" : options[i]);
          longer.add(new Expansion(e.name() + before + options[i], base, variants ? i : 0));
        }
      }
      done = longer;
      from = choice.end();
    }
    String tail = pattern.substring(from);
    return done.stream()
        .map(e -> new Expansion(e.name() + tail, e.base() + tail, e.variant()))
        .toList();
  }
}
