package cn.wuyouhall.store.journal;

import cn.wuyouhall.store.StoreException;
import cn.wuyouhall.store.StoreException.Code;
import cn.wuyouhall.store.StoreRefused;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The one lock of a station's data folder: held from opening to closing, gone with the process
 * however it ends.
 *
 * @param channel the lock file
 * @param lock the lock on it
 */
record StationLock(FileChannel channel, FileLock lock) implements AutoCloseable {
  static final String FILE = "station.lock";

  /** Takes the lock or refuses at once with IN_USE. */
  static StationLock take(Path folder) {
    Path file = folder.resolve(FILE);
    try {
      Files.createDirectories(folder);
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = tryLock(channel);
      if (lock == null) {
        channel.close();
        throw new StoreRefused(Code.IN_USE, folder.toString());
      }
      return new StationLock(channel, lock);
    } catch (IOException failure) {
      throw new StoreException(Code.CANNOT_OPEN, "lock " + FILE, failure);
    }
  }

  private static FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException heldByThisProcess) {
      return null;
    }
  }

  @Override
  public void close() {
    try {
      lock.release();
      channel.close();
    } catch (IOException failure) {
      throw new StoreException(Code.IO_ERROR, "unlock " + FILE, failure);
    }
  }
}
