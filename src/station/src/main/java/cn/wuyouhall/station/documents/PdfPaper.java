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
  private static final float MARGIN = 62;
  private static final float WIDTH = PDRectangle.A4.getWidth() - 2 * MARGIN;
  private static final float BODY = 12;
  private static final float SMALL = 9.5f;
  private static final float LEADING = 1.55f;
  private static final float SIGNING = BODY * 1.7f;
  private static final float SPACE = BODY * 0.55f;
  private static final float LABEL = 96;
  private static final float QR_SIZE = 68;
  private static final float FOOT = 52;
  private static final float CELL = 1.3f;
  private static final float CELL_ROOM = 5;
  private static final float PAD = 5;
  private static final float[] COLUMNS = {36, WIDTH - 36 - 186, 186};

  private final PDDocument document = new PDDocument();
  private final PdfFonts fonts;
  private final List<List<String>> table;
  private final String code;
  private final List<Integer> copies = new ArrayList<>();
  private PDPageContentStream page;
  private int copy;
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
    for (int i = 0; i < blocks.size(); ) {
      int end = endOfClosing(blocks, i);
      if (end > i) {
        closing(Closing.of(blocks.subList(i, end)));
        i = end;
      } else {
        keepWithClosing(blocks, i);
        lay(blocks.get(i++));
      }
    }
    page.close();
    numberPages(title);
    document.getDocumentInformation().setTitle(title);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    document.save(out);
    return out.toByteArray();
  }

  /** Where the closing that begins here ends: signatures, code, small print; {@code from}: none. */
  private static int endOfClosing(List<Block> blocks, int from) {
    int end = from;
    while (end < blocks.size()
        && (blocks.get(end) instanceof Block.Aside
            || blocks.get(end) instanceof Block.Qr
            || blocks.get(end) instanceof Block.Small)) {
      end++;
    }
    boolean last = end == blocks.size() || blocks.get(end) instanceof Block.NewPage;
    return last ? end : from;
  }

  /** The last paragraph goes with those who sign it: a page of signatures alone proves nothing. */
  private void keepWithClosing(List<Block> blocks, int at) throws IOException {
    if (!(blocks.get(at) instanceof Block.Paragraph(String text))) {
      return;
    }
    int next = at + 1;
    while (next < blocks.size() && blocks.get(next) instanceof Block.Space) {
      next++;
    }
    int end = endOfClosing(blocks, next);
    if (end > next) {
      float paragraph = broken(text, WIDTH, BODY).size() * BODY * LEADING;
      float spaces = (next - at - 1) * SPACE;
      room(paragraph + spaces + heightOf(Closing.of(blocks.subList(next, end))));
    }
  }

  private void lay(Block block) throws IOException {
    switch (block) {
      case Block.Heading(String text) -> {
        float size = 14;
        room(size * LEADING);
        fonts.draw(page, text, MARGIN + (WIDTH - fonts.width(text, size)) / 2, y - size, size);
        y -= size * LEADING;
      }
      case Block.Title(String text) -> {
        y -= 4;
        float size = 22;
        room(size * LEADING);
        fonts.draw(page, text, MARGIN + (WIDTH - fonts.width(text, size)) / 2, y - size, size);
        y -= size * LEADING + 6;
      }
      case Block.Aside(String text) -> {
        room(SMALL * LEADING);
        fonts.draw(page, text, MARGIN + WIDTH - fonts.width(text, SMALL + 1), y - SMALL, SMALL + 1);
        y -= (SMALL + 1) * LEADING;
      }
      case Block.Row(String label, String value) -> row(label, value);
      case Block.Paragraph(String text) -> flow(text, MARGIN, WIDTH, BODY);
      case Block.Small(String text) -> flow(text, MARGIN, WIDTH, SMALL);
      case Block.Space() -> y -= SPACE;
      case Block.Rule() -> {
        y -= 5;
        rule(MARGIN, MARGIN + WIDTH, y, 0.6f);
        y -= 8;
      }
      case Block.NewPage() -> {
        page.close();
        copy++;
        newPage();
      }
      case Block.Materials() -> materials();
      case Block.Qr() -> {
        room(QR_SIZE);
        qr(MARGIN, y);
        y -= QR_SIZE + 4;
      }
    }
  }

  /** A row of a bordered table of two columns. */
  private void row(String label, String value) throws IOException {
    List<String> lines = broken(value, WIDTH - LABEL - 2 * PAD, BODY - 1);
    float line = (BODY - 1) * CELL;
    float height = lines.size() * line + CELL_ROOM;
    room(height);
    fonts.draw(page, label, MARGIN + PAD, y - 4 - (BODY - 1), BODY - 1);
    float lineY = y - 4;
    for (String text : lines) {
      fonts.draw(page, text, MARGIN + LABEL + PAD, lineY - (BODY - 1), BODY - 1);
      lineY -= line;
    }
    box(height, LABEL, WIDTH - LABEL);
    y -= height;
  }

  /** Borders of a row of cells whose upper edge is at the present height. */
  private void box(float height, float... widths) throws IOException {
    rule(MARGIN, MARGIN + WIDTH, y, 0.5f);
    rule(MARGIN, MARGIN + WIDTH, y - height, 0.5f);
    float x = MARGIN;
    upright(x, height);
    for (float width : widths) {
      x += width;
      upright(x, height);
    }
  }

  private void upright(float x, float height) throws IOException {
    page.setLineWidth(0.5f);
    page.moveTo(x, y);
    page.lineTo(x, y - height);
    page.stroke();
  }

  /** The end of a paper, never torn apart: who signs, whether there is a code, small print. */
  private record Closing(List<String> signing, boolean code, List<String> small) {
    static Closing of(List<Block> blocks) {
      List<String> signing = new ArrayList<>();
      List<String> small = new ArrayList<>();
      boolean code = false;
      for (Block block : blocks) {
        switch (block) {
          case Block.Aside(String text) -> signing.add(text);
          case Block.Small(String text) -> small.add(text);
          default -> code = true;
        }
      }
      return new Closing(signing, code, small);
    }

    /** Of the code and those who sign beside it. */
    float upper() {
      return Math.max(code ? QR_SIZE : 0, signing.size() * SIGNING) + 12;
    }
  }

  private float heightOf(Closing closing) throws IOException {
    return closing.upper() + smallPrint(closing).size() * SMALL * LEADING + 6;
  }

  private List<String> smallPrint(Closing closing) throws IOException {
    List<String> lines = new ArrayList<>();
    for (String text : closing.small()) {
      lines.addAll(broken(text, WIDTH, SMALL));
    }
    return lines;
  }

  /** The code on the left, those who sign on the right, small print below. */
  private void closing(Closing closing) throws IOException {
    room(heightOf(closing));
    y -= 6;
    if (closing.code()) {
      qr(MARGIN, y);
    }
    float widest = 0;
    for (String text : closing.signing()) {
      widest = Math.max(widest, fonts.width(text, BODY));
    }
    float centre = MARGIN + WIDTH - widest / 2;
    float lineY = y;
    for (String text : closing.signing()) {
      fonts.draw(page, text, centre - fonts.width(text, BODY) / 2, lineY - BODY, BODY);
      lineY -= SIGNING;
    }
    y -= closing.upper();
    for (String text : smallPrint(closing)) {
      fonts.draw(page, text, MARGIN, y - SMALL, SMALL);
      y -= SMALL * LEADING;
    }
  }

  /** "第1页 共2页" at the foot of each page; each copy counts for itself. */
  private void numberPages(String title) throws IOException {
    for (int i = 0; i < copies.size(); i++) {
      int mine = copies.get(i);
      int of = (int) copies.stream().filter(other -> other == mine).count();
      int number = i - copies.indexOf(mine) + 1;
      String foot = "%s　第 %d 页　共 %d 页".formatted(title, number, of);
      try (PDPageContentStream sheet =
          new PDPageContentStream(
              document, document.getPage(i), PDPageContentStream.AppendMode.APPEND, true, true)) {
        float width = fonts.width(foot, SMALL - 0.5f);
        fonts.draw(sheet, foot, MARGIN + (WIDTH - width) / 2, FOOT - 20, SMALL - 0.5f);
      }
    }
  }

  private void newPage() throws IOException {
    PDPage sheet = new PDPage(PDRectangle.A4);
    document.addPage(sheet);
    copies.add(copy);
    page = new PDPageContentStream(document, sheet);
    y = PDRectangle.A4.getHeight() - 50;
  }

  private void room(float needed) throws IOException {
    if (y - needed < FOOT) {
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

  private List<String> broken(String text, float width, float size) throws IOException {
    return LineBreaks.of(text, width, words -> fonts.width(words, size));
  }

  private void materials() throws IOException {
    y -= 4;
    for (int row = 0; row < table.size(); row++) {
      List<List<String>> cells = cellsOf(table.get(row));
      float height = heightOf(cells);
      float withNext = row == 0 && table.size() > 1 ? heightOf(cellsOf(table.get(1))) : 0;
      if (y - height - withNext < FOOT) {
        room(height + withNext);
        if (row > 0) {
          cells(cellsOf(table.getFirst()), true);
        }
      }
      cells(cells, row == 0);
    }
    y -= 8;
  }

  private List<List<String>> cellsOf(List<String> row) throws IOException {
    List<List<String>> cells = new ArrayList<>();
    for (int column = 0; column < COLUMNS.length; column++) {
      cells.add(broken(row.get(column), COLUMNS[column] - 2 * PAD, BODY - 1));
    }
    return cells;
  }

  private static float heightOf(List<List<String>> cells) {
    int most = cells.stream().mapToInt(List::size).max().orElse(1);
    return most * (BODY - 1) * CELL + CELL_ROOM;
  }

  private void cells(List<List<String>> cells, boolean head) throws IOException {
    float height = heightOf(cells);
    if (head) {
      page.setNonStrokingColor(0.93f);
      page.addRect(MARGIN, y - height, WIDTH, height);
      page.fill();
      page.setNonStrokingColor(0f);
    }
    float x = MARGIN;
    for (int column = 0; column < COLUMNS.length; column++) {
      float lineY = y - 4;
      for (String line : cells.get(column)) {
        float indent =
            column == 0 || head ? (COLUMNS[column] - fonts.width(line, BODY - 1)) / 2 : PAD;
        fonts.draw(page, line, x + indent, lineY - (BODY - 1), BODY - 1);
        lineY -= (BODY - 1) * CELL;
      }
      x += COLUMNS[column];
    }
    box(height, COLUMNS);
    y -= height;
  }

  private void qr(float left, float top) throws IOException {
    try {
      BitMatrix matrix =
          new QRCodeWriter()
              .encode(code, BarcodeFormat.QR_CODE, 0, 0, Map.of(EncodeHintType.MARGIN, 0));
      float module = QR_SIZE / matrix.getWidth();
      for (int row = 0; row < matrix.getHeight(); row++) {
        for (int column = 0; column < matrix.getWidth(); column++) {
          if (matrix.get(column, row)) {
            // A hair wider than a module, so that no viewer shows seams between them.
            page.addRect(
                left + column * module, top - (row + 1) * module, module + 0.05f, module + 0.05f);
          }
        }
      }
      page.fill();
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
