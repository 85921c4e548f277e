package cn.wuyouhall.station.documents;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a text is broken into lines: between any two Chinese characters, but never inside a number
 * or a Latin word, before a closing sign or after an opening one.
 */
final class LineBreaks {
  private static final String CLOSING = "，。、；：！？）》」”】";
  private static final String OPENING = "（《「“【";

  private LineBreaks() {}

  /** How wide a piece of text is, in the unit of the line's width. */
  interface Measure {
    double width(String text) throws IOException;
  }

  /** The lines, at least one; only a word that is wider than a line is broken inside. */
  static List<String> of(String text, double width, Measure measure) throws IOException {
    List<String> lines = new ArrayList<>();
    List<String> line = new ArrayList<>();
    for (String piece : fitting(pieces(text), width, measure)) {
      if (!line.isEmpty() && measure.width(String.join("", line) + piece) > width) {
        List<String> next = new ArrayList<>();
        boolean closing = CLOSING.contains(piece);
        while (line.size() > 1 && (closing || OPENING.contains(line.getLast()))) {
          next.addFirst(line.removeLast());
          closing = CLOSING.contains(next.getFirst());
        }
        lines.add(String.join("", line));
        line = next;
      }
      line.add(piece);
    }
    lines.add(String.join("", line));
    return lines;
  }

  private static List<String> fitting(List<String> pieces, double width, Measure measure)
      throws IOException {
    List<String> all = new ArrayList<>();
    for (String piece : pieces) {
      String rest = piece;
      while (measure.width(rest) > width && rest.length() > 1) {
        int end = rest.length() - 1;
        while (end > 1 && measure.width(rest.substring(0, end)) > width) {
          end--;
        }
        all.add(rest.substring(0, end));
        rest = rest.substring(end);
      }
      all.add(rest);
    }
    return all;
  }

  private static List<String> pieces(String text) {
    List<String> pieces = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < text.length(); ) {
      int character = text.codePointAt(i);
      i += Character.charCount(character);
      if (character < 0x2E80 && character != ' ') {
        word.appendCodePoint(character);
        continue;
      }
      if (!word.isEmpty()) {
        pieces.add(word.toString());
        word.setLength(0);
      }
      pieces.add(Character.toString(character));
    }
    if (!word.isEmpty()) {
      pieces.add(word.toString());
    }
    return pieces;
  }
}
