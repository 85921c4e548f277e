package cn.wuyouhall.virtual.printer;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * One piece of paper: what stands on it from top to bottom.
 *
 * @param dots the width of the print, 576 on 80 mm
 * @param elements from top to bottom
 * @param cuts 1 when it was cut off, 0 when it was torn or still hangs in the printer
 * @param missingGlyphs how many characters the printer's font did not have
 * @param problems what the printer did not understand, in words
 */
public record Paper(
    int dots, List<Element> elements, int cuts, int missingGlyphs, List<String> problems) {
  /** Where a line stands. */
  public enum Align {
    LEFT,
    CENTRE,
    RIGHT
  }

  /** One thing on the paper. */
  public sealed interface Element permits Line, Qr, Raster, Feed {}

  /**
   * A run of characters of one look.
   *
   * @param text the characters
   * @param width times the normal width, 1 to 8
   * @param height times the normal height, 1 to 8
   * @param bold printed darker
   * @param underline underlined
   * @param reverse white on black
   */
  public record Span(
      String text, int width, int height, boolean bold, boolean underline, boolean reverse) {}

  /**
   * A line of text.
   *
   * @param align where it stands
   * @param spans its parts
   * @param height how far the paper moves, in dots
   */
  public record Line(Align align, List<Span> spans, int height) implements Element {
    /** The characters alone. */
    public String text() {
      StringBuilder text = new StringBuilder();
      spans.forEach(span -> text.append(span.text()));
      return text.toString();
    }
  }

  /**
   * A QR code the printer drew itself.
   *
   * @param align where it stands
   * @param data what it holds
   * @param module dots a module
   * @param level L, M, Q or H
   */
  public record Qr(Align align, byte[] data, int module, char level) implements Element {
    /** What it holds, as text. */
    public String text() {
      try {
        return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(data)).toString();
      } catch (CharacterCodingException e) {
        return new String(data, Charset.forName("GB18030"));
      }
    }
  }

  /**
   * A picture, row by row, eight dots a byte, the highest bit left.
   *
   * @param align where it stands
   * @param bytesAcross the width in bytes
   * @param rows the height in dots
   * @param bits the dots, 1 is black
   * @param scaleX how often each dot is repeated across
   * @param scaleY and down
   */
  public record Raster(Align align, int bytesAcross, int rows, byte[] bits, int scaleX, int scaleY)
      implements Element {}

  /**
   * Empty paper.
   *
   * @param height in dots
   */
  public record Feed(int height) implements Element {}

  public Paper {
    elements = List.copyOf(elements);
    problems = List.copyOf(problems);
  }

  /** The text lines, top to bottom. */
  public List<String> lines() {
    return elements.stream().filter(Line.class::isInstance).map(e -> ((Line) e).text()).toList();
  }

  /** What the QR codes hold, top to bottom. */
  public List<String> qrs() {
    return elements.stream().filter(Qr.class::isInstance).map(e -> ((Qr) e).text()).toList();
  }
}
