package cn.wuyouhall.virtual.printer;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.GraphicsEnvironment;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;

/**
 * Draws a paper as it comes out of an 80 mm printer, one pixel a dot. Blocks while it draws; any
 * thread.
 */
public final class PaperPicture {
  private static final int CELL = 24;
  private static final int BASELINE = 21;
  private static final int MARGIN = 24;
  private static final int LONGEST = 20_000;
  private static final List<String> FAMILIES =
      List.of("Noto Sans CJK SC", "Microsoft YaHei", "WenQuanYi Micro Hei", "SimSun");

  private final Paper paper;
  private final List<Font> fonts;

  private PaperPicture(Paper paper) {
    this.paper = paper;
    List<String> installed =
        Arrays.asList(
            GraphicsEnvironment.getLocalGraphicsEnvironment().getAvailableFontFamilyNames());
    List<Font> found =
        FAMILIES.stream()
            .filter(installed::contains)
            .map(family -> new Font(family, Font.PLAIN, CELL))
            .toList();
    this.fonts = found.isEmpty() ? List.of(new Font(Font.SANS_SERIF, Font.PLAIN, CELL)) : found;
  }

  /** The paper as a picture, 576 dots wide. */
  public static BufferedImage draw(Paper paper) {
    return new PaperPicture(paper).draw();
  }

  /** The paper as a PNG file's bytes. */
  public static byte[] png(Paper paper) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(draw(paper), "png", out);
    return out.toByteArray();
  }

  private BufferedImage draw() {
    int height = 2 * MARGIN;
    for (Paper.Element element : paper.elements()) {
      height += height(element);
    }
    BufferedImage image =
        new BufferedImage(paper.dots(), Math.min(height, LONGEST), BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D g = image.createGraphics();
    g.setColor(Color.WHITE);
    g.fillRect(0, 0, image.getWidth(), image.getHeight());
    g.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    int y = MARGIN;
    for (Paper.Element element : paper.elements()) {
      switch (element) {
        case Paper.Line line -> drawLine(g, line, y);
        case Paper.Qr qr -> drawQr(g, qr, y);
        case Paper.Raster raster -> drawRaster(g, raster, y);
        case Paper.Feed feed -> {
          // White.
        }
      }
      y += height(element);
    }
    g.dispose();
    return image;
  }

  private static int height(Paper.Element element) {
    return switch (element) {
      case Paper.Line line -> line.height();
      case Paper.Qr qr -> matrix(qr).getHeight() * qr.module();
      case Paper.Raster raster -> raster.rows() * raster.scaleY();
      case Paper.Feed feed -> feed.height();
    };
  }

  private int left(Paper.Align align, int width) {
    return switch (align) {
      case LEFT -> 0;
      case CENTRE -> Math.max(0, (paper.dots() - width) / 2);
      case RIGHT -> Math.max(0, paper.dots() - width);
    };
  }

  private void drawLine(Graphics2D g, Paper.Line line, int y) {
    int width = line.spans().stream().mapToInt(PaperPicture::width).sum();
    int x = left(line.align(), width);
    int tallest = line.spans().stream().mapToInt(Paper.Span::height).max().orElse(1) * CELL;
    for (Paper.Span span : line.spans()) {
      int top = y + tallest - span.height() * CELL;
      int across = width(span);
      if (span.reverse()) {
        g.setColor(Color.BLACK);
        g.fillRect(x, top, across, span.height() * CELL);
      }
      g.setColor(span.reverse() ? Color.WHITE : Color.BLACK);
      drawSpan(g, span, x, top);
      if (span.underline()) {
        g.fillRect(x, top + span.height() * CELL - 2, across, 2);
      }
      x += across;
    }
  }

  private static int width(Paper.Span span) {
    return span.text().codePoints().map(PaperPicture::cell).sum() * span.width();
  }

  /** Half a cell for what a single byte prints, a whole one for the rest. */
  private static int cell(int codePoint) {
    return codePoint < 0x80 ? CELL / 2 : CELL;
  }

  private void drawSpan(Graphics2D g, Paper.Span span, int left, int top) {
    AffineTransform before = g.getTransform();
    g.translate(left, top);
    g.scale(span.width(), span.height());
    int x = 0;
    for (int codePoint : span.text().codePoints().toArray()) {
      String glyph = Character.toString(codePoint);
      Font font = fontFor(codePoint);
      g.setFont(span.bold() ? font.deriveFont(Font.BOLD) : font);
      double natural = g.getFontMetrics().stringWidth(glyph);
      int cell = cell(codePoint);
      AffineTransform here = g.getTransform();
      if (natural > cell) {
        g.translate(x, 0);
        g.scale(cell / natural, 1);
      } else {
        g.translate(x + (cell - natural) / 2, 0);
      }
      g.drawString(glyph, 0, BASELINE);
      g.setTransform(here);
      x += cell;
    }
    g.setTransform(before);
  }

  private Font fontFor(int codePoint) {
    return fonts.stream()
        .filter(font -> font.canDisplay(codePoint))
        .findFirst()
        .orElse(fonts.getFirst());
  }

  private static ByteMatrix matrix(Paper.Qr qr) {
    try {
      ErrorCorrectionLevel level = ErrorCorrectionLevel.valueOf(String.valueOf(qr.level()));
      return Encoder.encode(new String(qr.data(), StandardCharsets.ISO_8859_1), level).getMatrix();
    } catch (WriterException e) {
      // More than any QR code holds: the printer leaves it out.
      return new ByteMatrix(0, 0);
    }
  }

  private void drawQr(Graphics2D g, Paper.Qr qr, int y) {
    ByteMatrix matrix = matrix(qr);
    int x = left(qr.align(), matrix.getWidth() * qr.module());
    g.setColor(Color.BLACK);
    for (int row = 0; row < matrix.getHeight(); row++) {
      for (int column = 0; column < matrix.getWidth(); column++) {
        if (matrix.get(column, row) == 1) {
          g.fillRect(x + column * qr.module(), y + row * qr.module(), qr.module(), qr.module());
        }
      }
    }
  }

  private void drawRaster(Graphics2D g, Paper.Raster raster, int y) {
    int x = left(raster.align(), raster.bytesAcross() * 8 * raster.scaleX());
    g.setColor(Color.BLACK);
    for (int row = 0; row < raster.rows(); row++) {
      for (int column = 0; column < raster.bytesAcross() * 8; column++) {
        int bits = raster.bits()[row * raster.bytesAcross() + column / 8];
        if (((bits >> (7 - column % 8)) & 1) == 1) {
          g.fillRect(
              x + column * raster.scaleX(),
              y + row * raster.scaleY(),
              raster.scaleX(),
              raster.scaleY());
        }
      }
    }
  }
}
