package cn.wuyouhall.devices.codec;

import cn.wuyouhall.domain.devices.Paper;
import cn.wuyouhall.domain.devices.Paper.Align;
import cn.wuyouhall.domain.devices.Paper.Part;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Tickets for ESC/POS printers; every byte from Epson's ESC/POS command reference. Text goes out as
 * GB18030 in Chinese mode, QR codes as the printer's own. What does not change is not sent again: a
 * standard ticket takes less than 400 bytes.
 *
 * @param columns half-width characters in a line: 48 on 80 mm paper, 32 on 58 mm
 */
public record EscPosCodec(int columns) {
  /** Columns of 80 mm paper at 203 dpi. */
  public static final int WIDE = 48;

  /** Columns of 58 mm paper at 203 dpi. */
  public static final int NARROW = 32;

  /** Serial speed when a line names none. */
  public static final int BAUD = 9_600;

  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final int MODULE_SIZE = 6;
  private static final Pattern COMMANDS = Pattern.compile("[\\p{Cntrl}&&[^\n]]");

  /** {@code 1B 40} init, {@code 1D 61 00} no automatic status. Prints nothing. */
  public static byte[] opening() {
    return new byte[] {0x1B, 0x40, 0x1D, 0x61, 0x00};
  }

  /** {@code 1D 72 01}: answered with one byte when all before it has been carried out. */
  public static byte[] endOfJob() {
    return new byte[] {0x1D, 0x72, 0x01};
  }

  /** {@code 10 04 n}: answered at once with one byte, whatever waits to be printed. */
  public static byte[] askStatus(int n) {
    return new byte[] {0x10, 0x04, (byte) n};
  }

  /** The ticket: Chinese mode, the parts, then one feed and cut. The printer is initialised. */
  public byte[] encode(Paper paper) {
    Sheet sheet = new Sheet();
    sheet.put(0x1C, 0x26);
    for (Part part : paper.parts()) {
      switch (part) {
        case Part.Text text -> sheet.text(text);
        case Part.Qr(String payload) -> sheet.qr(payload);
        case Part.Rule() -> sheet.rule();
        case Part.Feed(int lines) -> sheet.put(0x1B, 0x64, Math.clamp(lines, 0, 255));
      }
    }
    sheet.put(0x1D, 0x56, 0x42, 0x00);
    return sheet.bytes.toByteArray();
  }

  /** Breaks a text into lines of at most {@code width} columns, Chinese counting two each. */
  static List<String> lines(String text, int width) {
    List<String> lines = new ArrayList<>();
    for (String paragraph : text.split("\n", -1)) {
      StringBuilder line = new StringBuilder();
      int used = 0;
      for (String piece : pieces(paragraph)) {
        int need = width(piece);
        if (used + need > width && used > 0) {
          lines.add(line.toString().stripTrailing());
          line.setLength(0);
          used = 0;
        }
        if (used > 0 || !piece.isBlank() || line.isEmpty() && lines.isEmpty()) {
          line.append(piece);
          used += need;
        }
        while (used > width) {
          // One word longer than a line: cut where the line ends.
          int fits = fitting(line, width);
          lines.add(line.substring(0, fits));
          line.delete(0, fits);
          used = width(line.toString());
        }
      }
      lines.add(line.toString().stripTrailing());
    }
    return lines;
  }

  /**
   * What stays together: a word of half-width characters, so that a ticket number never breaks; a
   * Chinese character with the closing punctuation that follows it.
   */
  private static List<String> pieces(String text) {
    List<String> pieces = new ArrayList<>();
    StringBuilder piece = new StringBuilder();
    for (int character : text.codePoints().toArray()) {
      boolean joins =
          !piece.isEmpty()
              && (closes(character)
                  || isWord(character) && isWord(piece.codePointBefore(piece.length())));
      if (!joins && !piece.isEmpty()) {
        pieces.add(piece.toString());
        piece.setLength(0);
      }
      piece.appendCodePoint(character);
    }
    if (!piece.isEmpty()) {
      pieces.add(piece.toString());
    }
    return pieces;
  }

  private static boolean isWord(int character) {
    return character > ' ' && character < 0x7F;
  }

  private static boolean closes(int character) {
    // After the plain ones: 、 。 and the full-width forms of the plain ones, 】 》 ” ’.
    return ",.;:!?)]%\u3001\u3002\uFF0C\uFF0E\uFF1B\uFF1A\uFF01\uFF1F\uFF09\u3011\u300B\u201D\u2019"
            .indexOf(character)
        >= 0;
  }

  private static int fitting(CharSequence line, int width) {
    int used = 0;
    int at = 0;
    while (at < line.length()) {
      int character = Character.codePointAt(line, at);
      used += width(character);
      if (used > width && at > 0) {
        return at;
      }
      at += Character.charCount(character);
    }
    return at;
  }

  private static int width(String text) {
    return text.codePoints().map(EscPosCodec::width).sum();
  }

  private static int width(int character) {
    return character < 0x80 ? 1 : 2;
  }

  /** Writes parts and remembers what the printer is set to. */
  private final class Sheet {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(400);
    private int size;
    private Align align = Align.LEFT;
    private boolean bold;

    void put(int... values) {
      for (int value : values) {
        bytes.write(value);
      }
    }

    void text(Part.Text text) {
      int magnification = Math.clamp(text.size(), 1, 8) - 1;
      align(text.align());
      bold(text.bold());
      size(magnification << 4 | magnification);
      for (String line : lines(printable(text.text()), columns / (magnification + 1))) {
        bytes.writeBytes(line.getBytes(GB18030));
        put('\n');
      }
    }

    void qr(String payload) {
      align(Align.CENTRE);
      byte[] data = payload.getBytes(StandardCharsets.UTF_8);
      int length = data.length + 3;
      put(0x1D, 0x28, 0x6B, 0x04, 0x00, 0x31, 0x41, 0x32, 0x00);
      put(0x1D, 0x28, 0x6B, 0x03, 0x00, 0x31, 0x43, MODULE_SIZE);
      put(0x1D, 0x28, 0x6B, 0x03, 0x00, 0x31, 0x45, 0x31);
      put(0x1D, 0x28, 0x6B, length & 0xFF, length >> 8, 0x31, 0x50, 0x30);
      bytes.writeBytes(data);
      put(0x1D, 0x28, 0x6B, 0x03, 0x00, 0x31, 0x51, 0x30);
    }

    /** Dashes of double width: half the bytes of plain ones. */
    void rule() {
      align(Align.LEFT);
      bold(false);
      size(0x10);
      bytes.writeBytes("-".repeat(columns / 2).getBytes(StandardCharsets.US_ASCII));
      put('\n');
    }

    private void align(Align wanted) {
      if (align != wanted) {
        align = wanted;
        int code =
            switch (wanted) {
              case LEFT -> 0;
              case CENTRE -> 1;
              case RIGHT -> 2;
            };
        put(0x1B, 0x61, code);
      }
    }

    private void bold(boolean wanted) {
      if (bold != wanted) {
        bold = wanted;
        put(0x1B, 0x45, wanted ? 1 : 0);
      }
    }

    private void size(int wanted) {
      if (size != wanted) {
        size = wanted;
        put(0x1D, 0x21, wanted);
      }
    }

    /** No text may hold a command. */
    private static String printable(String text) {
      return COMMANDS.matcher(text).replaceAll(" ");
    }
  }
}
