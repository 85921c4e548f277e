package cn.wuyouhall.store.sql;

import cn.wuyouhall.domain.work.BlockingWork;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Puts a restored SQLite file in the place of another one, which is kept beside it ({@code
 * NAME.before-N}) and never deleted. Nobody may have either of them open.
 *
 * @param file the file to be replaced; it need not exist
 */
public record Replacement(Path file) {
  private static final String[] WITH_LOG = {"-wal", "-shm", ""};

  /** A copy of a backup beside the file, to be checked and changed before it takes its place. */
  public Path draft(Path backup) throws IOException {
    BlockingWork.refuseOnUiThread();
    Path fresh = file.resolveSibling(file.getFileName() + ".restored");
    Files.createDirectories(file.toAbsolutePath().getParent());
    delete(fresh);
    Files.copy(backup, fresh);
    return fresh;
  }

  /** Sets the old file aside and moves the draft into its place. */
  public void take(Path fresh) throws IOException {
    BlockingWork.refuseOnUiThread();
    int n = 1;
    while (Files.exists(aside("", n))) {
      n++;
    }
    for (String suffix : WITH_LOG) {
      Path old = file.resolveSibling(file.getFileName() + suffix);
      if (Files.exists(old)) {
        Files.move(old, aside(suffix, n));
      }
    }
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    delete(fresh);
  }

  private Path aside(String suffix, int n) {
    return file.resolveSibling(file.getFileName() + ".before-" + n + suffix);
  }

  private static void delete(Path fresh) throws IOException {
    for (String suffix : WITH_LOG) {
      Files.deleteIfExists(fresh.resolveSibling(fresh.getFileName() + suffix));
    }
    Files.deleteIfExists(fresh.resolveSibling(fresh.getFileName() + ".lock"));
  }
}
