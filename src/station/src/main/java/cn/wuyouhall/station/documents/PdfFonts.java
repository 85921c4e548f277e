package cn.wuyouhall.station.documents;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.geom.PathIterator;
import java.io.File;
import java.io.IOException;
import java.lang.ref.SoftReference;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeCollection;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;

/**
 * The fonts of one PDF: a TrueType font with Chinese, embedded as a subset, and a second one whose
 * outlines are drawn for characters the first does not have (Extension A, plane 2: names). Only
 * TrueType outlines can be embedded as a subset.
 */
final class PdfFonts {
  /**
   * First found is used; all are TrueType. Debian's package fonts-wqy-microhei, then what Windows
   * has.
   */
  private static final List<Path> FILES =
      List.of(
          Path.of("/usr/share/fonts/truetype/wqy/wqy-microhei.ttc"),
          Path.of("/usr/share/fonts/wqy-microhei/wqy-microhei.ttc"),
          Path.of("C:/Windows/Fonts/msyh.ttc"),
          Path.of("C:/Windows/Fonts/simhei.ttf"));

  private static final List<String> SECOND =
      List.of("Noto Sans CJK SC", "SimSun-ExtB", "WenQuanYi Micro Hei", Font.SANS_SERIF);
  private static final FontRenderContext PLAIN = new FontRenderContext(null, true, true);

  /**
   * The first font as last read. Reading it leaves 50 MB of rubbish behind, keeping it takes 15: it
   * is kept while there is room and papers follow each other.
   */
  private static SoftReference<TrueTypeFont> kept = new SoftReference<>(null);

  private final PDType0Font first;

  private PdfFonts(PDType0Font first) {
    this.first = first;
  }

  /** The fonts for one document. One document at a time. */
  static synchronized PdfFonts in(PDDocument document) throws IOException {
    TrueTypeFont font = kept.get();
    if (font == null) {
      font = parse(first().toFile());
      kept = new SoftReference<>(font);
    }
    return new PdfFonts(PDType0Font.load(document, font, true));
  }

  private static Path first() throws IOException {
    return FILES.stream()
        .filter(Files::isReadable)
        .findFirst()
        .orElseThrow(() ->
            new IOException("no Chinese TrueType font is installed (Debian: fonts-wqy-microhei)"));
  }

  private static TrueTypeFont parse(File file) throws IOException {
    if (!file.getName().toLowerCase(Locale.ROOT).endsWith(".ttc")) {
      return new TTFParser().parse(new RandomAccessReadBufferedFile(file));
    }
    TrueTypeFont[] found = new TrueTypeFont[1];
    // Stays open as long as its font is in use, which reads from it.
    TrueTypeCollection collection = new TrueTypeCollection(file);
    collection.processAllFonts(font -> {
      if (found[0] == null) {
        found[0] = font;
      }
    });
    return found[0];
  }

  /** The width of a text at a size, in points. */
  float width(String text, float size) throws IOException {
    float width = 0;
    for (int i = 0; i < text.length(); ) {
      int character = text.codePointAt(i);
      width += widthOf(character, size);
      i += Character.charCount(character);
    }
    return width;
  }

  private float widthOf(int character, float size) throws IOException {
    String text = Character.toString(character);
    return has(text) ? first.getStringWidth(text) / 1000 * size : size;
  }

  private boolean has(String character) {
    try {
      first.encode(character);
      return true;
    } catch (IOException | IllegalArgumentException missing) {
      return false;
    }
  }

  /** Draws one line of text with its baseline at (x, y), in points from the lower left corner. */
  void draw(PDPageContentStream page, String text, float x, float y, float size)
      throws IOException {
    StringBuilder run = new StringBuilder();
    float at = x;
    float runAt = x;
    for (int i = 0; i < text.length(); ) {
      int character = text.codePointAt(i);
      String one = Character.toString(character);
      if (has(one)) {
        run.append(one);
      } else {
        show(page, run, runAt, y, size);
        meaning(page, one);
        unseen(page, at, y, size);
        outline(page, one, at, y, size);
        page.endMarkedContent();
        runAt = at + size;
      }
      at += widthOf(character, size);
      i += Character.charCount(character);
    }
    show(page, run, runAt, y, size);
  }

  private void show(PDPageContentStream page, StringBuilder run, float x, float y, float size)
      throws IOException {
    if (run.isEmpty()) {
      return;
    }
    page.beginText();
    page.setFont(first, size);
    page.newLineAtOffset(x, y);
    page.showText(run.toString());
    page.endText();
    run.setLength(0);
  }

  /**
   * What a drawn character is, for those who search or copy. Written in place: readers do not look
   * for it among the page's resources, where the library would put it.
   */
  @SuppressWarnings("deprecation")
  private static void meaning(PDPageContentStream page, String character) throws IOException {
    String hex = HexFormat.of().formatHex(character.getBytes(StandardCharsets.UTF_16BE));
    page.appendRawCommands("/Span <</ActualText <FEFF" + hex + ">>> BDC\n");
  }

  /** Readers take the meaning of a span only where it shows a character: one that is not seen. */
  private void unseen(PDPageContentStream page, float x, float y, float size) throws IOException {
    page.beginText();
    page.setFont(first, size);
    page.setRenderingMode(RenderingMode.NEITHER);
    page.newLineAtOffset(x, y);
    page.showText("口");
    page.setRenderingMode(RenderingMode.FILL);
    page.endText();
  }

  private static void outline(
      PDPageContentStream page, String character, float x, float y, float size) throws IOException {
    Font font = second(character).deriveFont(size);
    PathIterator path = font.createGlyphVector(PLAIN, character).getOutline().getPathIterator(null);
    float[] c = new float[6];
    boolean any = false;
    float lastX = 0;
    float lastY = 0;
    for (; !path.isDone(); path.next()) {
      any = true;
      switch (path.currentSegment(c)) {
        case PathIterator.SEG_MOVETO -> page.moveTo(x + c[0], y - c[1]);
        case PathIterator.SEG_LINETO -> page.lineTo(x + c[0], y - c[1]);
        case PathIterator.SEG_QUADTO ->
            page.curveTo(
                x + lastX + 2f / 3 * (c[0] - lastX),
                y - lastY - 2f / 3 * (c[1] - lastY),
                x + c[2] + 2f / 3 * (c[0] - c[2]),
                y - c[3] - 2f / 3 * (c[1] - c[3]),
                x + c[2],
                y - c[3]);
        case PathIterator.SEG_CUBICTO ->
            page.curveTo(x + c[0], y - c[1], x + c[2], y - c[3], x + c[4], y - c[5]);
        default -> page.closePath();
      }
      int last = lastPoint(path.currentSegment(c));
      if (last >= 0) {
        lastX = c[last];
        lastY = c[last + 1];
      }
    }
    if (any) {
      page.fill();
    }
  }

  private static int lastPoint(int segment) {
    return switch (segment) {
      case PathIterator.SEG_MOVETO, PathIterator.SEG_LINETO -> 0;
      case PathIterator.SEG_QUADTO -> 2;
      case PathIterator.SEG_CUBICTO -> 4;
      default -> -1;
    };
  }

  private static Font second(String character) {
    return SECOND.stream()
        .map(name -> new Font(name, Font.PLAIN, 12))
        .filter(font -> font.canDisplayUpTo(character) < 0)
        .findFirst()
        .orElseGet(() -> new Font(Font.SANS_SERIF, Font.PLAIN, 12));
  }
}
