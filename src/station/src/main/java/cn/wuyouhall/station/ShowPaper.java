package cn.wuyouhall.station;

import cn.wuyouhall.domain.work.BlockingWork;
import java.awt.image.BufferedImage;
import java.awt.print.PrinterException;
import java.awt.print.PrinterJob;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.printing.PDFPageable;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A paper made by this house: on the screen, on the office printer, as a file. Blocks. */
public final class ShowPaper {
  private static final Logger LOG = LoggerFactory.getLogger(ShowPaper.class);

  ShowPaper() {}

  /**
   * The pages as PNG pictures, in order.
   *
   * @param pdf a paper of this house
   * @param dotsPerInch 96 for a page as large as on paper
   */
  public List<byte[]> pages(byte[] pdf, int dotsPerInch) {
    BlockingWork.refuseOnUiThread();
    try (PDDocument document = Loader.loadPDF(pdf)) {
      PDFRenderer renderer = new PDFRenderer(document);
      List<byte[]> pages = new ArrayList<>();
      for (int page = 0; page < document.getNumberOfPages(); page++) {
        BufferedImage picture = renderer.renderImageWithDPI(page, dotsPerInch, ImageType.RGB);
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", png);
        pages.add(png.toByteArray());
      }
      return List.copyOf(pages);
    } catch (IOException fault) {
      throw new UncheckedIOException("a paper cannot be drawn", fault);
    }
  }

  /** What came of printing or saving. */
  public enum Outcome {
    /** Handed over to the printer, or written whole. */
    DONE,
    /** This machine has no office printer. */
    NO_PRINTER,
    /** The printer or the disk did not take it. */
    REFUSED
  }

  /** Prints on the machine's usual printer, without asking. */
  public Outcome print(byte[] pdf, String name) {
    BlockingWork.refuseOnUiThread();
    if (PrinterJob.lookupPrintServices().length == 0) {
      return Outcome.NO_PRINTER;
    }
    try (PDDocument document = Loader.loadPDF(pdf)) {
      PrinterJob job = PrinterJob.getPrinterJob();
      job.setJobName(name);
      job.setPageable(new PDFPageable(document));
      job.print();
      return Outcome.DONE;
    } catch (PrinterException | IOException refused) {
      LOG.warn("a paper was not printed [PRINT_REFUSED]", refused);
      return Outcome.REFUSED;
    }
  }

  /** Writes the paper beside its place and moves it there, so that no half file stays. */
  public Outcome save(byte[] pdf, Path file) {
    BlockingWork.refuseOnUiThread();
    try {
      Path part = file.resolveSibling(file.getFileName() + ".part");
      Files.write(part, pdf);
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
      return Outcome.DONE;
    } catch (IOException refused) {
      LOG.warn("a paper was not saved [SAVE_REFUSED]", refused);
      return Outcome.REFUSED;
    }
  }
}
