package cn.wuyouhall.virtual.printer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cn.wuyouhall.virtual.device.Sent;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VirtualTicketPrinterTest {
  private static final Charset GB18030 = Charset.forName("GB18030");

  @TempDir Path folder;
  private VirtualTicketPrinter printer;
  private final Sent sent = new Sent();

  @BeforeEach
  void open() {
    printer = new VirtualTicketPrinter(folder);
    printer.connect(sent);
  }

  @AfterEach
  void close() {
    printer.close();
  }

  /** A small encoder of the test's own. */
  private static final class Job {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    Job hex(String hex) {
      out.writeBytes(Sent.bytes(hex));
      return this;
    }

    Job text(String text) {
      out.writeBytes(text.getBytes(GB18030));
      return this;
    }

    Job qr(String payload) {
      byte[] data = payload.getBytes(StandardCharsets.UTF_8);
      hex("1D286B040031413200 1D286B0300314306 1D286B0300314531");
      int p = data.length + 3;
      hex(String.format("1D286B%02X%02X315030", p & 0xFF, p >> 8));
      out.writeBytes(data);
      return hex("1D286B0300315130");
    }

    byte[] bytes() {
      return out.toByteArray();
    }
  }

  private static Job ticket() {
    return new Job()
        .hex("1B40 1C26 1B6101 1D2111")
        .text("吴堡县政务服务大厅\n")
        .hex("1D2133")
        .text("A023\n")
        .hex("1D2100 1B6100 1B4501")
        .text("社会事务 1至6号窗口\n")
        .hex("1B4500 1B6101")
        .qr("WY1:A023:20261123:Q7")
        .hex("1B6403 1D5600");
  }

  private String status(String hex) {
    printer.received(Sent.bytes(hex));
    return sent.hex();
  }

  @Test
  void aTicketIsReadBackAsLinesAndCode() throws IOException {
    byte[] job = ticket().bytes();
    printer.received(job);
    PrintedPaper printed = printer.papers().getFirst();
    assertArrayEquals(job, printed.bytes());
    assertArrayEquals(job, Files.readAllBytes(folder.resolve("001.bin")));
    Paper paper = printed.paper();
    assertEquals(List.of("吴堡县政务服务大厅", "A023", "社会事务 1至6号窗口"), paper.lines());
    assertEquals(List.of("WY1:A023:20261123:Q7"), paper.qrs());
    assertEquals(List.of(), paper.problems());
    assertEquals(1, paper.cuts());
    Paper.Line number = (Paper.Line) paper.elements().get(1);
    assertEquals(Paper.Align.CENTRE, number.align());
    assertEquals(new Paper.Span("A023", 4, 4, false, false, false), number.spans().getFirst());
    assertTrue(((Paper.Line) paper.elements().get(2)).spans().getFirst().bold());
    assertEquals('M', ((Paper.Qr) paper.elements().get(3)).level());
  }

  @Test
  void theSameByteByByte() {
    for (byte b : ticket().bytes()) {
      printer.received(new byte[] {b});
    }
    assertEquals(List.of("WY1:A023:20261123:Q7"), printer.papers().getFirst().paper().qrs());
  }

  @Test
  void realTimeStatusFollowsTheHands() {
    assertEquals("12", status("100401"));
    assertEquals("12121212", status("100401 100402 100403 100404"));
    printer.nearEnd();
    assertEquals("1E", status("100404"));
    printer.paperOut();
    assertEquals("1A327E", status("100401 100402 100404"));
    printer.nearEndSensor(false);
    assertEquals("72", status("100404"));
    printer.refill(false);
    printer.cover(true);
    assertEquals("1A1612", status("100401 100402 100404"));
    printer.cover(false);
    assertEquals("12", status("100402"));
  }

  @Test
  void automaticStatusComesAtOnceAndOnEachChange() {
    assertEquals("1000000F", status("1D61FF"));
    printer.nearEnd();
    assertEquals("1000030F", sent.hex());
    printer.paperOut();
    assertEquals("18000F0F", sent.hex());
    printer.cover(true);
    assertEquals("38000F0F", sent.hex());
    printer.refill(false);
    assertEquals("1000000F", sent.hex());
    status("1D6100");
    printer.paperOut();
    assertEquals("", sent.hex());
  }

  @Test
  void theEndOfAJobIsAnsweredOnceItIsPrinted() {
    printer.received(ticket().hex("1D7201").bytes());
    assertEquals("00", sent.hex());
    printer.nearEnd();
    printer.received(ticket().hex("1D7201").bytes());
    assertEquals("03", sent.hex());
    assertEquals(ticket().bytes().length, printer.papers().getLast().bytes().length);
  }

  @Test
  void paperOutBeforeATicketHoldsItBack() {
    printer.paperOut();
    printer.received(ticket().hex("1D7201").bytes());
    assertEquals("", sent.hex());
    assertEquals(0, printer.printed());
    printer.refill(false);
    assertEquals(1, printer.printed());
    assertEquals("00", sent.hex());
  }

  @Test
  void paperOutInMidTicketThenSwitchedOffLeavesATornPiece() throws Exception {
    printer.paperOutAfter(2);
    printer.received(ticket().bytes());
    assertEquals(VirtualTicketPrinter.Roll.OUT, printer.roll());
    assertEquals("7E", status("100404"));
    printer.refill(true);
    assertEquals(0, printer.printed());
    assertTrue(Files.exists(folder.resolve("001.torn")));
    printer.received(ticket().bytes());
    assertTrue(Files.exists(folder.resolve("002.bin")));
    assertEquals(3, printer.papers().getFirst().paper().lines().size());
    assertTrue(printer.awaitPictures(Duration.ofSeconds(30)));
    assertTrue(Files.exists(folder.resolve("001-torn.png")));
  }

  @Test
  void aStationCanClearTheBufferWhilePaperIsOut() {
    printer.paperOut();
    printer.received(ticket().bytes());
    printer.received(Sent.bytes("1014080103140106 0208"));
    printer.refill(false);
    assertEquals(0, printer.printed());
  }

  @Test
  void coverOpenInMidTicketContinuesWhenClosed() {
    byte[] job = ticket().bytes();
    printer.received(java.util.Arrays.copyOf(job, 40));
    printer.cover(true);
    printer.received(java.util.Arrays.copyOfRange(job, 40, job.length));
    assertEquals(0, printer.printed());
    printer.cover(false);
    assertArrayEquals(job, printer.papers().getFirst().bytes());
  }

  @Test
  void silentPrintsNothingMutePrintsUnanswered() {
    printer.mode(VirtualTicketPrinter.Mode.SILENT);
    assertEquals("", status("100404"));
    printer.received(ticket().bytes());
    printer.mode(VirtualTicketPrinter.Mode.MUTE);
    assertEquals("", status("100404"));
    printer.received(ticket().bytes());
    assertEquals(1, printer.printed());
    printer.mode(VirtualTicketPrinter.Mode.GARBAGE);
    assertEquals("FF8091C3D5FF90", status("100404"));
    printer.mode(VirtualTicketPrinter.Mode.STUCK);
    assertFalse(printer.listening());
  }

  @Test
  void switchedOffItPrintsNothingWhateverIsDoneToIt() {
    printer.paperOut();
    printer.received(ticket().bytes());
    printer.mode(VirtualTicketPrinter.Mode.SILENT);
    printer.refill(false);
    printer.cover(true);
    printer.cover(false);
    assertEquals(0, printer.printed());
    printer.mode(VirtualTicketPrinter.Mode.NORMAL);
    printer.received(ticket().bytes());
    assertEquals(1, printer.printed(), "what it held is forgotten");
  }

  @Test
  void theFontDecidesWhatComesOutAsABox() {
    byte[] rare = new Job().hex("1C26").text("高\uD842\uDFB7\n").hex("1D5600").bytes();
    printer.received(rare);
    assertEquals(List.of("高□"), printer.papers().getLast().paper().lines());
    assertEquals(1, printer.papers().getLast().paper().missingGlyphs());
    printer.rom(Rom.GB18030);
    printer.received(rare);
    assertEquals(List.of("高\uD842\uDFB7"), printer.papers().getLast().paper().lines());
    printer.rom(Rom.GB2312);
    printer.received(new Job().hex("1C26").text("堡瑒\n").hex("1D5600").bytes());
    assertEquals(List.of("堡□"), printer.papers().getLast().paper().lines());
  }

  @Test
  void withoutChineseModeChineseIsQuestionMarks() {
    printer.received(new Job().hex("1B40").text("吴A\n").hex("1D5600").bytes());
    assertEquals(List.of("??A"), printer.papers().getFirst().paper().lines());
  }

  @Test
  void longLinesWrapAtFortyEightColumns() {
    printer.received(
        new Job().hex("1C26").text("宋家川街道样本路一号".repeat(3) + "\n").hex("1D5600").bytes());
    assertEquals(
        List.of(24, 6),
        printer.papers().getFirst().paper().lines().stream().map(String::length).toList());
  }

  @Test
  void rastersInChunksStandTogether() {
    Job job = new Job().hex("1D7630000200 0200 FFFF 8001 1D76300002000100 FFFF").hex("1D5600");
    printer.received(job.bytes());
    Paper paper = printer.papers().getFirst().paper();
    assertEquals(2, paper.elements().size());
    BufferedImage image = PaperPicture.draw(paper);
    int black = 0xFF000000;
    int white = 0xFFFFFFFF;
    assertEquals(black, image.getRGB(0, 25));
    assertEquals(white, image.getRGB(1, 25));
    assertEquals(black, image.getRGB(15, 26));
    assertEquals(white, image.getRGB(16, 26));
  }

  /** A status request between two tickets belongs to neither. */
  @Test
  void garbageCostsItselfOnly() {
    printer.received(Sent.bytes("1DFF 1B99 03 1D763000FFFFFFFF 1D286BFFFF"));
    printer.received(new byte[0xFFFF]);
    printer.received(Sent.bytes("1B40 1D5600"));
    int before = printer.printed();
    printer.received(ticket().bytes());
    assertEquals(before + 1, printer.printed());
    assertEquals(List.of("WY1:A023:20261123:Q7"), printer.papers().getLast().paper().qrs());
  }

  @Test
  void anotherReaderReadsTheCodeFromThePicture() throws Exception {
    printer.received(ticket().bytes());
    assertTrue(printer.awaitPictures(Duration.ofSeconds(30)));
    Path png = folder.resolve("001.png");
    assertEquals(576, ImageIO.read(png.toFile()).getWidth());
    assumeTrue(installed("zbarimg"));
    Process zbar =
        new ProcessBuilder("zbarimg", "-q", "--raw", png.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String read = new String(zbar.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(zbar.waitFor(30, TimeUnit.SECONDS));
    assertEquals("WY1:A023:20261123:Q7", read.strip());
  }

  private static boolean installed(String tool) {
    for (String dir :
        System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator, -1)) {
      if (Files.isExecutable(Path.of(dir, tool))) {
        return true;
      }
    }
    return false;
  }

  /** Bytes made by receiptline's generic driver (npm), another encoder: positions, graphics. */
  @Test
  void aTicketOfAnotherEncoderIsRead() throws IOException {
    byte[] bytes;
    try (var in = getClass().getResourceAsStream("receiptline-generic.bin")) {
      bytes = in.readAllBytes();
    }
    List<Paper> papers = PaperDecoder.decode(bytes, Rom.GBK);
    assertEquals(1, papers.size());
    assertEquals(List.of(), papers.getFirst().problems());
    assertEquals(
        List.of("吴堡县政务服务大厅", "A023", "", "社会事务 1至6号窗口", "前面 7 人 约 15-25 分钟"),
        papers.getFirst().lines().stream().limit(5).map(String::strip).toList());
    assertTrue(papers.getFirst().elements().stream().anyMatch(Paper.Raster.class::isInstance));
  }

  @Test
  void printedBytesAreReadWithoutAPrinter() {
    byte[] two = new Job().hex("100404").bytes();
    byte[] job = ticket().hex("1D7201").bytes();
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(job);
    all.writeBytes(two);
    all.writeBytes(job);
    all.writeBytes("rest".getBytes(StandardCharsets.US_ASCII));
    List<Paper> papers = PaperDecoder.decode(all.toByteArray(), Rom.GB18030);
    assertEquals(List.of(1, 1, 0), papers.stream().map(Paper::cuts).toList());
    assertEquals("A023", papers.get(1).lines().get(1));
    assertEquals(List.of("rest"), papers.get(2).lines());
  }

  @Test
  void numbersContinueInAFolderThatHasPapers() throws IOException {
    Files.write(folder.resolve("041.bin"), new byte[1]);
    try (VirtualTicketPrinter second = new VirtualTicketPrinter(folder)) {
      second.connect(sent);
      second.received(ticket().bytes());
      assertEquals(42, second.papers().getFirst().number());
    }
  }
}
