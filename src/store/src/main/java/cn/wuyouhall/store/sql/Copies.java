package cn.wuyouhall.store.sql;

import cn.wuyouhall.domain.work.BlockingWork;
import cn.wuyouhall.store.StoreException;
import cn.wuyouhall.store.StoreException.Code;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** Consistent copies of an SQLite file while it is being written. */
public final class Copies {
  private Copies() {}

  /**
   * Copies the database into {@code target}, which is whole on the disk or not there at all;
   * returns it.
   */
  public static Optional<Path> copy(Connections connections, Path target) {
    BlockingWork.refuseOnUiThread();
    Path fresh = target.resolveSibling(target.getFileName() + ".new");
    try {
      Files.createDirectories(target.toAbsolutePath().getParent());
      Files.deleteIfExists(fresh);
      if (!connections.copyTo(fresh)) {
        return Optional.empty();
      }
      try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      Files.move(
          fresh, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      return Optional.of(target);
    } catch (IOException failure) {
      throw new StoreException(Code.IO_ERROR, "back up to " + target.getFileName(), failure);
    }
  }
}
