package cn.wuyouhall.station.documents;

import cn.wuyouhall.station.documents.PaperTemplate.Block;
import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** Lays blocks out on A4 from top to bottom, in points; a full page goes on on the next one. */
final class PdfPaper implements AutoCloseable {
  private static final float MARGIN = 68;
  private static final float WIDTH = PDRectangle.A4.getWidth() - 2 * MARGIN;
  private static final float BODY = 12;
  private static final float SMALL = 9.5f;
  private static final float LEADING = 1.65f;
  private static final float LABEL = 96;
  private static final float QR_SIZE = 82;

  private final PDDocument document = new PDDocument();
  private final PdfFonts fonts;
  private final List<List<String>> table;
  private final String code;
  private PDPageContentStream page;
  private float y;

  /**
   * A paper.
   *
   * @param table rows of the materials table, the first one its heads; each of the same length
   * @param code ASCII text of the QR code
   */
  PdfPaper(List<List<String>> table, String code) throws IOException {
    this.fonts = PdfFonts.in(document);
    this.table = table;
    this.code = code;
    newPage();
  }

  /** Lays all blocks out and returns the PDF's bytes. */
  byte[] lay(List<Block> blocks, String title) throws IOException {
    for (Block block : blocks) {
      lay(block);
    }
    page.close();
    document.getDocumentInformation().setTitle(title);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    document.save(out);
    return out.toByteArray();
  }

  private void lay(Block block) throws IOException {
    switch (block) {
      case Block.Title(String text) -> {
        y -= 10;
        float size = 22;
        room(size * LEADING);
        fonts.draw(page, text, MARGIN + (WIDTH - fonts.width(text, size)) / 2, y - size, size);
        y -= size * LEADING + 8;
      }
      case Block.Aside(String text) -> {
        room(SMALL * LEADING);
        fonts.draw(page, text, MARGIN + WIDTH - fonts.width(text, SMALL + 1), y - SMALL, SMALL + 1);
        y -= (SMALL + 1) * LEADING;
      }
      case Block.Row(String label, String value) -> {
        float top = y;
        room(BODY * LEADING);
        page.setNonStrokingColor(0.29f);
        fonts.draw(page, label, MARGIN, y - BODY, BODY);
        page.setNonStrokingColor(0f);
        flow(value, MARGIN + LABEL, WIDTH - LABEL, BODY);
        y = Math.min(y, top - BODY * LEADING);
      }
      case Block.Paragraph(String text) -> flow(text, MARGIN, WIDTH, BODY);
      case Block.Small(String text) -> flow(text, MARGIN, WIDTH, SMALL);
      case Block.Space() -> y -= BODY * 0.7f;
      case Block.Rule() -> {
        y -= 5;
        rule(MARGIN, MARGIN + WIDTH, y, 0.6f);
        y -= 8;
      }
      case Block.NewPage() -> {
        page.close();
        newPage();
      }
      case Block.Materials() -> materials();
      case Block.Qr() -> qr();
    }
  }

  private void newPage() throws IOException {
    PDPage sheet = new PDPage(PDRectangle.A4);
    document.addPage(sheet);
    page = new PDPageContentStream(document, sheet);
    y = PDRectangle.A4.getHeight() - MARGIN;
  }

  private void room(float needed) throws IOException {
    if (y - needed < MARGIN) {
      page.close();
      newPage();
    }
  }

  private void flow(String text, float x, float width, float size) throws IOException {
    for (String line : broken(text, width, size)) {
      room(size * LEADING);
      fonts.draw(page, line, x, y - size, size);
      y -= size * LEADING;
    }
  }

  /**
   * Breaks between any two Chinese characters, but never inside a number or a Latin word, nor
   * before a closing sign.
   */
  private List<String> broken(String text, float width, float size) throws IOException {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String piece : pieces(text)) {
      boolean closing = piece.length() == 1 && "，。、；：）》」”".contains(piece);
      if (!line.isEmpty() && !closing && fonts.width(line + piece, size) > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(piece);
    }
    lines.add(line.toString());
    return lines;
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

  private void materials() throws IOException {
    float[] widths = {24, WIDTH - 24 - 150, 150};
    float pad = 5;
    y -= 4;
    rule(MARGIN, MARGIN + WIDTH, y, 0.8f);
    for (int row = 0; row < table.size(); row++) {
      List<List<String>> cells = new ArrayList<>();
      int most = 1;
      for (int column = 0; column < widths.length; column++) {
        List<String> lines = broken(table.get(row).get(column), widths[column] - 2 * pad, BODY - 1);
        cells.add(lines);
        most = Math.max(most, lines.size());
      }
      float height = most * (BODY - 1) * 1.45f + 7;
      room(height);
      float x = MARGIN;
      for (int column = 0; column < widths.length; column++) {
        float lineY = y - 4;
        for (String line : cells.get(column)) {
          fonts.draw(page, line, x + pad, lineY - (BODY - 1), BODY - 1);
          lineY -= (BODY - 1) * 1.45f;
        }
        x += widths[column];
      }
      y -= height;
      rule(MARGIN, MARGIN + WIDTH, y, row == 0 ? 0.8f : 0.3f);
    }
    y -= 8;
  }

  private void qr() throws IOException {
    room(QR_SIZE);
    try {
      BitMatrix matrix =
          new QRCodeWriter()
              .encode(code, BarcodeFormat.QR_CODE, 0, 0, Map.of(EncodeHintType.MARGIN, 0));
      float module = QR_SIZE / matrix.getWidth();
      float left = MARGIN + WIDTH - QR_SIZE;
      for (int row = 0; row < matrix.getHeight(); row++) {
        for (int column = 0; column < matrix.getWidth(); column++) {
          if (matrix.get(column, row)) {
            // A hair wider than a module, so that no viewer shows seams between them.
            page.addRect(
                left + column * module, y - (row + 1) * module, module + 0.05f, module + 0.05f);
          }
        }
      }
      page.fill();
      y -= QR_SIZE + 4;
    } catch (WriterException notEncodable) {
      throw new IOException("the case number cannot be made a QR code", notEncodable);
    }
  }

  private void rule(float from, float to, float at, float width) throws IOException {
    page.setLineWidth(width);
    page.moveTo(from, at);
    page.lineTo(to, at);
    page.stroke();
  }

  @Override
  public void close() throws IOException {
    document.close();
  }
}
