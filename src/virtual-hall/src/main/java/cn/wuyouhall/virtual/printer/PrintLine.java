package cn.wuyouhall.virtual.printer;

import cn.wuyouhall.virtual.printer.Paper.Align;
import cn.wuyouhall.virtual.printer.Paper.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * The line under the print head: what stands in it so far, and the look of what comes next. Used
 * under the printer's lock.
 */
final class PrintLine {
  /** Dots of a character of normal size; one of half width takes half of it. */
  static final int CELL = 24;

  private final int dots;
  private final List<Span> spans = new ArrayList<>();
  private final StringBuilder run = new StringBuilder();
  private int column;

  private Align align;
  private int width;
  private int height;
  private boolean bold;
  private boolean underline;
  private boolean reverse;

  /** An empty line of that many dots. */
  PrintLine(int dots) {
    this.dots = dots;
    initialise();
  }

  /** Empty, and of plain look. */
  void initialise() {
    clear();
    align = Align.LEFT;
    width = 1;
    height = 1;
    bold = false;
    underline = false;
    reverse = false;
  }

  private void clear() {
    spans.clear();
    run.setLength(0);
    column = 0;
  }

  boolean isEmpty() {
    return spans.isEmpty() && run.isEmpty();
  }

  Align align() {
    return align;
  }

  /** Whether a character of that many dots, before it is magnified, still stands in this line. */
  boolean hasRoom(int cell) {
    return column + cell * width <= dots;
  }

  void add(String character, int cell) {
    run.append(character);
    column += cell * width;
  }

  /** Print positions are kept as blanks, to the half character. */
  void moveTo(int position) {
    while (column + CELL / 2 <= Math.min(position, dots)) {
      run.append(' ');
      column += CELL / 2;
    }
  }

  void moveBy(int distance) {
    moveTo(column + distance);
  }

  void align(Align next) {
    align = next;
  }

  void size(int nextWidth, int nextHeight) {
    endRun();
    width = nextWidth;
    height = nextHeight;
  }

  void bold(boolean on) {
    endRun();
    bold = on;
  }

  void underline(boolean on) {
    endRun();
    underline = on;
  }

  void reverse(boolean on) {
    endRun();
    reverse = on;
  }

  private void endRun() {
    if (!run.isEmpty()) {
      spans.add(new Span(run.toString(), width, height, bold, underline, reverse));
      run.setLength(0);
    }
  }

  /** Takes the line away, as high as it needs and at least {@code spacing}; the look stays. */
  Paper.Line takeOff(int spacing) {
    endRun();
    int tallest = spans.stream().mapToInt(span -> span.height() * CELL).max().orElse(CELL);
    Paper.Line line = new Paper.Line(align, List.copyOf(spans), Math.max(spacing, tallest + 6));
    clear();
    return line;
  }
}
