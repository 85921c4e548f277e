package cn.wuyouhall.virtual;

import cn.wuyouhall.virtual.Words.Refused;
import cn.wuyouhall.virtual.printer.PrintedPaper;
import cn.wuyouhall.virtual.printer.Rom;
import cn.wuyouhall.virtual.printer.VirtualTicketPrinter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The commands of a ticket printer. */
final class PrinterCommands {
  private static final Duration DRAWING = Duration.ofSeconds(30);

  private PrinterCommands() {}

  static void run(VirtualTicketPrinter printer, Words w, Map<String, Object> answer)
      throws Refused, InterruptedException {
    switch (w.get(1)) {
      case "state" -> {
        // Answered below.
      }
      case "near-end" -> printer.nearEnd();
      case "paper-out" -> {
        if ("after".equals(w.get(2))) {
          printer.paperOutAfter(w.number(3, 3));
        } else {
          printer.paperOut();
        }
      }
      case "refill" -> printer.refill("clear".equals(w.get(2)));
      case "cover-open" -> printer.cover(true);
      case "cover-close" -> printer.cover(false);
      case "normal", "silent", "mute", "stuck", "garbage" ->
          printer.mode(w.oneOf(1, VirtualTicketPrinter.Mode.class));
      case "rom" -> printer.rom(w.oneOf(2, Rom.class));
      case "sensor" -> printer.nearEndSensor(!"none".equals(w.get(2)));
      case "await" ->
          Words.awaited(
              printer.awaitPrinted(w.number(2, 1), w.wait(3)),
              printer.printed() + " papers so far");
      case "papers" -> answer.put("papers", papers(printer));
      case "last" -> {
        List<Map<String, Object>> papers = papers(printer);
        answer.put("paper", papers.isEmpty() ? null : papers.getLast());
      }
      default ->
          throw new Refused(
              "printer state | papers | last | await COUNT [MS] | near-end"
                  + " | paper-out [after N] | refill [clear] | cover-open | cover-close"
                  + " | normal | silent | mute | stuck | garbage"
                  + " | rom gb18030|gbk|gb2312 | sensor none|fitted");
    }
    answer.put("roll", Words.word(printer.roll()));
    answer.put("cover", printer.coverOpen() ? "open" : "closed");
    answer.put("mode", Words.word(printer.mode()));
    answer.put("printed", printer.printed());
  }

  /** With their pictures drawn. */
  private static List<Map<String, Object>> papers(VirtualTicketPrinter printer)
      throws Refused, InterruptedException {
    Words.awaited(printer.awaitPictures(DRAWING), "a picture could not be drawn");
    return printer.papers().stream().map(PrinterCommands::paper).toList();
  }

  private static Map<String, Object> paper(PrintedPaper printed) {
    Map<String, Object> paper = new LinkedHashMap<>();
    paper.put("number", printed.number());
    paper.put("bytes", printed.bytes().length);
    paper.put("lines", printed.paper().lines());
    paper.put("qrs", printed.paper().qrs());
    paper.put("missingGlyphs", printed.paper().missingGlyphs());
    paper.put("problems", printed.paper().problems());
    paper.put("bin", printed.bin() == null ? null : printed.bin().toString());
    paper.put("png", printed.png() == null ? null : printed.png().toString());
    return paper;
  }
}
