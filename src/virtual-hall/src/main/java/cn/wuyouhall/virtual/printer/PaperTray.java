package cn.wuyouhall.virtual.printer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The pieces of paper that left a printer, numbered: {@code NNN.bin} with the bytes of a job and
 * {@code NNN.png} with its picture; {@code NNN.torn} for what was torn off without a cut. Pictures
 * are drawn on a thread of their own. Used under the printer's lock, but for {@link
 * #awaitPictures}.
 */
final class PaperTray implements AutoCloseable {
  private static final int REMEMBERED = 100;

  private final Path folder;
  private final Deque<PrintedPaper> papers = new ArrayDeque<>();
  private final ExecutorService artist =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().daemon().name("virtual-printer-picture").factory());
  private int number;
  private int cut;

  /**
   * @param folder made when missing, continued when not empty; null keeps papers only in memory
   */
  PaperTray(Path folder) {
    this.folder = folder;
    this.number = folder == null ? 0 : lastNumber(folder);
  }

  private static int lastNumber(Path folder) {
    try {
      Files.createDirectories(folder);
      try (var files = Files.list(folder)) {
        return files
            .map(file -> file.getFileName().toString())
            .filter(name -> name.matches("\\d+\\.(bin|torn)"))
            .mapToInt(name -> Integer.parseInt(name.substring(0, name.indexOf('.'))))
            .max()
            .orElse(0);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("opening " + folder, e);
    }
  }

  /** A paper falls out, cut off. */
  void cutOff(byte[] job, Paper paper) {
    papers.add(keep(job, paper, ".bin", ".png"));
    if (papers.size() > REMEMBERED) {
      papers.remove();
    }
    cut++;
  }

  /** A piece is torn off. */
  void tornOff(byte[] job, Paper paper) {
    keep(job, paper, ".torn", "-torn.png");
  }

  /** How many were cut off since the start. */
  int cut() {
    return cut;
  }

  /** The last that were cut off, oldest first, at most 100. */
  List<PrintedPaper> papers() {
    return List.copyOf(papers);
  }

  /** Waits until all pictures so far are there; false when the time is over first. */
  boolean awaitPictures(Duration atMost) throws InterruptedException {
    try {
      artist.submit(() -> {}).get(atMost.toNanos(), TimeUnit.NANOSECONDS);
      return true;
    } catch (ExecutionException | TimeoutException e) {
      return false;
    }
  }

  private PrintedPaper keep(byte[] job, Paper paper, String bytesEnding, String pictureEnding) {
    number++;
    if (folder == null) {
      return new PrintedPaper(number, job, paper, null, null);
    }
    String name = String.format("%03d", number);
    Path bin = folder.resolve(name + bytesEnding);
    Path png = folder.resolve(name + pictureEnding);
    write(bin, job);
    artist.execute(() -> draw(paper, png));
    return new PrintedPaper(number, job, paper, bin, png);
  }

  private static void draw(Paper paper, Path png) {
    try {
      write(png, PaperPicture.png(paper));
    } catch (IOException e) {
      throw new UncheckedIOException("drawing " + png, e);
    }
  }

  private static void write(Path file, byte[] bytes) {
    try {
      Path fresh = file.resolveSibling("." + file.getFileName() + ".new");
      Files.write(fresh, bytes);
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("writing " + file, e);
    }
  }

  /** Lets the pictures be finished, for five seconds at most. */
  @Override
  public void close() {
    artist.shutdown();
    try {
      artist.awaitTermination(5, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
