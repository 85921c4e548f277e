package cn.wuyouhall.virtual.printer;

import cn.wuyouhall.virtual.printer.Paper.Align;
import cn.wuyouhall.virtual.printer.Paper.Element;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * The paper under the print head: applies one command after another. Used under the printer's lock.
 */
final class PaperTape {
  static final int DOTS = 576;
  private static final int LINE_SPACING = 30;
  private static final int MOST_ELEMENTS = 4000;
  private static final int MOST_PROBLEMS = 50;
  private static final Charset GB18030 = Charset.forName("GB18030");

  private final List<Element> elements = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();
  private Rom rom = Rom.GBK;
  private int missingGlyphs;

  private final PrintLine line = new PrintLine(DOTS);
  private int spacing = LINE_SPACING;

  private int qrModule = 3;
  private char qrLevel = 'L';
  private byte[] qrData = new byte[0];
  private Paper.Raster graphic;

  void rom(Rom next) {
    rom = next;
  }

  /** How many lines, pictures and codes stand on this piece. */
  int size() {
    return elements.size();
  }

  /** Whether anything stands on this piece or waits in the line buffer. */
  boolean blank() {
    return elements.isEmpty() && line.isEmpty();
  }

  /** Takes the piece off, cut or torn, and begins a new one; the settings stay. */
  Paper takeOff(boolean cut) {
    Paper paper = new Paper(DOTS, elements, cut ? 1 : 0, missingGlyphs, problems);
    elements.clear();
    problems.clear();
    missingGlyphs = 0;
    return paper;
  }

  /** Forgets the settings and the line buffer, as 1B 40 and switching on do. */
  void initialise() {
    line.initialise();
    spacing = LINE_SPACING;
    qrModule = 3;
    qrLevel = 'L';
    qrData = new byte[0];
  }

  /**
   * Applies a command or a character. Cuts, status and buffer commands are the printer's own and
   * never come here.
   */
  void apply(byte[] c) {
    int first = c[0] & 0xFF;
    if (first >= 0x20) {
      character(c);
      return;
    }
    switch (first) {
      case 0x0A -> lineFeed();
      case 0x0D, 0x09, 0x00 -> {
        // Carriage return is off on a ticket printer; tabs are not used here.
      }
      case 0x1B -> escape(c);
      case 0x1C -> chinese(c);
      case 0x1D -> group(c);
      default -> problem(c);
    }
  }

  private void character(byte[] c) {
    String text = c.length == 1 && (c[0] & 0x80) != 0 ? "?" : new String(c, GB18030);
    if (c.length > 1 && (text.contains("\uFFFD") || !rom.holds(text, c.length))) {
      text = "□";
      missingGlyphs++;
    }
    int cell = c.length > 1 ? PrintLine.CELL : PrintLine.CELL / 2;
    if (!line.hasRoom(cell)) {
      lineFeed();
    }
    line.add(text, cell);
  }

  private void lineFeed() {
    add(line.isEmpty() ? new Paper.Feed(spacing) : line.takeOff(spacing));
  }

  private void flushLine() {
    if (!line.isEmpty()) {
      lineFeed();
    }
  }

  private void feedLines(int n) {
    boolean printed = !line.isEmpty();
    flushLine();
    feed((printed ? n - 1 : n) * spacing);
  }

  void feed(int dots) {
    flushLine();
    if (dots > 0) {
      add(new Paper.Feed(dots));
    }
  }

  private void add(Element element) {
    if (elements.size() < MOST_ELEMENTS) {
      elements.add(element);
    } else {
      problem("the paper is longer than " + MOST_ELEMENTS + " lines");
    }
  }

  private void escape(byte[] c) {
    int n = c.length > 2 ? c[2] & 0xFF : 0;
    switch (c[1] & 0xFF) {
      case 0x40 -> initialise();
      case 0x61 -> alignment(n);
      case 0x45, 0x47 -> line.bold((n & 1) != 0);
      case 0x2D -> line.underline((n & 3) != 0);
      case 0x21 -> mode(n);
      case 0x64 -> feedLines(n);
      case 0x4A -> feed(n);
      case 0x24 -> line.moveTo(word(c, 2));
      case 0x5C -> line.moveBy((short) word(c, 2));
      case 0x32 -> spacing = LINE_SPACING;
      case 0x33 -> spacing = n;
      case 0x20, 0x25, 0x3D, 0x42, 0x4D, 0x52, 0x54, 0x63, 0x70, 0x72, 0x74, 0x7B -> {
        // Character tables, keys, drawer, beeper: nothing that shows on this paper.
      }
      default -> problem(c);
    }
  }

  private void alignment(int n) {
    if (!line.isEmpty()) {
      problem("1B 61 in the middle of a line has no effect");
      return;
    }
    line.align(
        switch (n) {
          case 1, 0x31 -> Align.CENTRE;
          case 2, 0x32 -> Align.RIGHT;
          default -> Align.LEFT;
        });
  }

  private void mode(int n) {
    line.bold((n & 0x08) != 0);
    line.size((n & 0x20) != 0 ? 2 : 1, (n & 0x10) != 0 ? 2 : 1);
    line.underline((n & 0x80) != 0);
  }

  private void chinese(byte[] c) {
    switch (c[1] & 0xFF) {
      case 0x26, 0x2E -> {
        // The parser keeps Chinese mode: it decides how long characters are.
      }
      case 0x21 -> line.size((c[2] & 0x04) != 0 ? 2 : 1, (c[2] & 0x08) != 0 ? 2 : 1);
      case 0x57 -> line.size((c[2] & 1) + 1, (c[2] & 1) + 1);
      case 0x2D -> line.underline((c[2] & 3) != 0);
      case 0x28, 0x53, 0x43 -> {
        // Font, spacing and code system: GB18030 is the only one here.
      }
      default -> problem(c);
    }
  }

  private void group(byte[] c) {
    int n = c.length > 2 ? c[2] & 0xFF : 0;
    switch (c[1] & 0xFF) {
      case 0x21 -> line.size(((n >> 4) & 7) + 1, (n & 7) + 1);
      case 0x42 -> line.reverse((n & 1) != 0);
      case 0x28 -> functions(c);
      case 0x38 -> graphics(c, 7);
      case 0x76 -> raster(c);
      case 0x48, 0x4C, 0x50, 0x57, 0x66, 0x68, 0x77 -> {
        // Margins and the look of bar codes: left as they are.
      }
      default -> problem(c);
    }
  }

  /** 1D 28 6B pL pH 31 fn …: the QR functions. */
  private void functions(byte[] c) {
    if (c[2] == 0x4C) {
      graphics(c, 5);
      return;
    }
    if (c.length < 7 || c[2] != 0x6B || c[5] != 0x31) {
      problem(c);
      return;
    }
    int n = c.length > 7 ? c[7] & 0xFF : 0;
    switch (c[6]) {
      case 0x41 -> {
        if (n != 0x32) {
          problem("QR model " + n + ", not 2");
        }
      }
      case 0x43 -> qrModule = Math.clamp(n, 1, 16);
      case 0x45 -> qrLevel = "LMQH".charAt(Math.clamp(n - 0x30, 0, 3));
      case 0x50 -> qrData = c.length > 8 ? Arrays.copyOfRange(c, 8, c.length) : new byte[0];
      case 0x51 -> printQr();
      default -> problem(c);
    }
  }

  /**
   * 1D 28 4C or 1D 38 4C: fn 70 keeps a raster (a bx by c xL xH yL yH bits), fn 02 and 32 print it.
   */
  private void graphics(byte[] c, int at) {
    if (c[2] != 0x4C || c.length < at + 2) {
      problem(c);
    } else if (c[at + 1] == 0x02 || c[at + 1] == 0x32) {
      flushLine();
      if (graphic != null) {
        add(graphic);
      }
    } else if (c[at + 1] == 0x70 && c.length > at + 10) {
      int across = (word(c, at + 6) + 7) / 8;
      byte[] bits = Arrays.copyOfRange(c, at + 10, c.length);
      int rows = across == 0 ? 0 : bits.length / across;
      graphic = new Paper.Raster(line.align(), across, rows, bits, c[at + 3], c[at + 4]);
    } else {
      problem(c);
    }
  }

  private void printQr() {
    flushLine();
    if (qrData.length == 0) {
      problem("QR printed before anything was stored");
    } else {
      add(new Paper.Qr(line.align(), qrData.clone(), qrModule, qrLevel));
    }
  }

  /** 1D 76 30 m xL xH yL yH bits. */
  private void raster(byte[] c) {
    if (c.length < 8) {
      problem(c);
      return;
    }
    flushLine();
    int across = word(c, 4);
    int rows = word(c, 6);
    int scaleX = (c[3] & 1) + 1;
    if (across * 8 * scaleX > DOTS) {
      problem("a raster of " + across * 8 * scaleX + " dots is wider than the paper");
    }
    add(
        new Paper.Raster(
            line.align(),
            across,
            rows,
            Arrays.copyOfRange(c, 8, c.length),
            scaleX,
            ((c[3] >> 1) & 1) + 1));
  }

  private static int word(byte[] c, int at) {
    return (c[at] & 0xFF) | ((c[at + 1] & 0xFF) << 8);
  }

  private void problem(byte[] command) {
    byte[] head = Arrays.copyOf(command, Math.min(command.length, 8));
    problem("not understood: " + HexFormat.ofDelimiter(" ").withUpperCase().formatHex(head));
  }

  private void problem(String words) {
    if (problems.size() < MOST_PROBLEMS) {
      problems.add(words);
    }
  }
}
