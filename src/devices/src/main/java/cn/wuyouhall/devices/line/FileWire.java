package cn.wuyouhall.devices.line;

import cn.wuyouhall.devices.state.Trouble;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A file that takes bytes at its end. A write has reached the disk when it returns; one that fails
 * is taken back whole, so that a full disk leaves no half ticket.
 */
final class FileWire implements Wire {
  private final FileChannel file;
  private final CountDownLatch closed = new CountDownLatch(1);

  private FileWire(FileChannel file) {
    this.file = file;
  }

  static Wires.Opening open(LineSpec.ToFile spec) {
    try {
      Path path = spec.path().toAbsolutePath();
      Files.createDirectories(path.getParent());
      return new Wires.Opening.Opened(
          new FileWire(
              FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE)));
    } catch (IOException e) {
      return new Wires.Opening.NotOpened(Trouble.FILE_FAILED);
    }
  }

  @Override
  public int read(byte[] into) throws IOException {
    try {
      return closed.await(READ_WAIT_MS, TimeUnit.MILLISECONDS) ? -1 : 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return -1;
    }
  }

  @Override
  public void write(byte[] bytes) throws IOException {
    long before = file.size();
    try {
      ByteBuffer rest = ByteBuffer.wrap(bytes);
      file.position(before);
      while (rest.hasRemaining()) {
        file.write(rest);
      }
      file.force(true);
    } catch (IOException e) {
      file.truncate(before);
      throw new NothingTaken("file line", e);
    }
  }

  @Override
  public void close() {
    closed.countDown();
    try {
      file.close();
    } catch (IOException e) {
      // Every write was forced before it returned: nothing is left that closing could lose.
    }
  }
}
