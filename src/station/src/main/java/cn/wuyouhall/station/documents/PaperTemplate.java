package cn.wuyouhall.station.documents;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A paper's template: text a hall can change without code. One line, one block:
 *
 * <ul>
 *   <li>{@code ^ text}: who issues it, above the title; {@code # text}: the title
 *   <li>{@code > text}: a small line to the right
 *   <li>{@code = label | text}: a row of label and value
 *   <li>{@code @materials}: the table of materials; {@code @qr}: the code of the case number
 *   <li>{@code ---}: a rule; {@code ===}: the page ends, the rest is another page
 *   <li>{@code % text}: small print
 *   <li>anything else: a paragraph; an empty line is space
 * </ul>
 *
 * <p>A paragraph keeps the ideographic spaces it begins with. What signs ({@code >}), {@code @qr}
 * and small print at the end of a page stay together.
 *
 * <p>{@code ${name}} is replaced by a value; a line whose only value is empty is left out.
 */
record PaperTemplate(List<String> lines) {
  private static final Pattern VALUE = Pattern.compile("\\$\\{(\\w+)}");

  PaperTemplate {
    lines = List.copyOf(lines);
  }

  /** The template {@code documents/NAME.txt} of the resources. */
  static PaperTemplate named(String name) {
    String path = "/cn/wuyouhall/documents/" + name + ".txt";
    try (InputStream in = PaperTemplate.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalArgumentException("no template " + path);
      }
      return new PaperTemplate(
          new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList());
    } catch (IOException fault) {
      throw new UncheckedIOException("template " + path + " cannot be read", fault);
    }
  }

  /** A block with its values filled in. */
  sealed interface Block {
    record Heading(String text) implements Block {}

    record Title(String text) implements Block {}

    record Aside(String text) implements Block {}

    record Row(String label, String value) implements Block {}

    record Paragraph(String text) implements Block {}

    record Small(String text) implements Block {}

    record Rule() implements Block {}

    record Space() implements Block {}

    record NewPage() implements Block {}

    record Materials() implements Block {}

    record Qr() implements Block {}
  }

  /** The blocks with these values; a value not given is an error in the template. */
  List<Block> fill(Map<String, String> values) {
    List<Block> blocks = new ArrayList<>();
    for (String line : lines) {
      Matcher matcher = VALUE.matcher(line);
      StringBuilder filled = new StringBuilder();
      boolean anyValue = false;
      boolean allEmpty = true;
      while (matcher.find()) {
        String value = values.get(matcher.group(1));
        if (value == null) {
          throw new IllegalArgumentException(
              "the template names an unknown value: " + matcher.group(1));
        }
        anyValue = true;
        allEmpty &= value.isEmpty();
        matcher.appendReplacement(filled, Matcher.quoteReplacement(value));
      }
      matcher.appendTail(filled);
      if (!(anyValue && allEmpty)) {
        blocks.add(block(filled.toString()));
      }
    }
    return blocks;
  }

  private static Block block(String line) {
    if (line.isBlank()) {
      return new Block.Space();
    }
    return switch (line.strip()) {
      case "---" -> new Block.Rule();
      case "===" -> new Block.NewPage();
      case "@materials" -> new Block.Materials();
      case "@qr" -> new Block.Qr();
      default -> {
        String text = line.length() > 2 ? line.substring(2).strip() : "";
        if (line.startsWith("^ ")) {
          yield new Block.Heading(text);
        } else if (line.startsWith("# ")) {
          yield new Block.Title(text);
        } else if (line.startsWith("> ")) {
          yield new Block.Aside(text);
        } else if (line.startsWith("% ")) {
          yield new Block.Small(text);
        } else if (line.startsWith("= ")) {
          int bar = text.indexOf('|');
          yield bar < 0
              ? new Block.Row(text, "")
              : new Block.Row(text.substring(0, bar).strip(), text.substring(bar + 1).strip());
        }
        yield new Block.Paragraph(line.stripTrailing());
      }
    };
  }
}
