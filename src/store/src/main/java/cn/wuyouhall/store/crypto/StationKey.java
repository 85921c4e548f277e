package cn.wuyouhall.store.crypto;

import cn.wuyouhall.domain.work.BlockingWork;
import cn.wuyouhall.store.StoreException;
import cn.wuyouhall.store.StoreException.Code;
import cn.wuyouhall.store.StoreRefused;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;
import java.util.Set;

/**
 * A station's SM2 key pair, in {@code station.key} in its data folder: readable by its owner only
 * (0600), which is checked at each opening where the file system has such permissions. The file
 * never leaves the folder; a backup does not hold it.
 *
 * @param station the station's id
 * @param pair the key pair
 */
public record StationKey(String station, Sm2Keys.Pair pair) {
  /** The file's name in the data folder. */
  public static final String FILE = "station.key";

  private static final String FORM = "wuyou-station-key-1";
  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rw-------");
  private static final Set<PosixFilePermission> OTHERS =
      PosixFilePermissions.fromString("---rwxrwx");

  /** Whether the data folder has a key file. */
  public static boolean isIn(Path folder) {
    BlockingWork.refuseOnUiThread();
    return Files.exists(folder.resolve(FILE));
  }

  /**
   * Makes a key and its file; never replaces one.
   *
   * @throws StoreException when the folder does not take it, or has a key already
   */
  public static StationKey create(Path folder, String station, SecureRandom random) {
    BlockingWork.refuseOnUiThread();
    StationKey key = new StationKey(station, Sm2Keys.generate(random));
    HexFormat hex = HexFormat.of();
    String text =
        "form=%s%nstation=%s%npublic=%s%nprivate=%s%n"
            .formatted(
                FORM,
                station,
                hex.formatHex(key.pair.publicKey()),
                hex.formatHex(key.pair.privateKey()));
    try {
      Files.createDirectories(folder);
      if (Files.exists(folder.resolve(FILE))) {
        throw new FileAlreadyExistsException(folder.resolve(FILE).toString());
      }
      writeDurably(folder.resolve(FILE), text.getBytes(StandardCharsets.UTF_8));
      return key;
    } catch (IOException failure) {
      throw new StoreException(Code.CANNOT_OPEN, "write " + FILE, failure);
    }
  }

  /**
   * Reads the key of a data folder.
   *
   * @throws StoreRefused NO_KEY, KEY_NOT_PRIVATE, KEY_UNREADABLE
   */
  public static StationKey open(Path folder) {
    BlockingWork.refuseOnUiThread();
    Path file = folder.resolve(FILE);
    if (!Files.exists(file)) {
      throw new StoreRefused(Code.NO_KEY, file.toString());
    }
    try {
      refuseOthers(file);
      Properties fields = new Properties();
      fields.load(new StringReader(Files.readString(file)));
      if (!FORM.equals(fields.getProperty("form"))) {
        throw new StoreRefused(Code.KEY_UNREADABLE, file.toString());
      }
      HexFormat hex = HexFormat.of();
      return new StationKey(
          fields.getProperty("station"),
          new Sm2Keys.Pair(
              hex.parseHex(fields.getProperty("public")),
              hex.parseHex(fields.getProperty("private"))));
    } catch (IOException | IllegalArgumentException | NullPointerException failure) {
      throw new StoreRefused(Code.KEY_UNREADABLE, file.toString(), "", failure);
    }
  }

  private static void refuseOthers(Path file) throws IOException {
    if (!isPosix()) {
      return;
    }
    Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
    if (permissions.stream().anyMatch(OTHERS::contains)) {
      throw new StoreRefused(
          Code.KEY_NOT_PRIVATE, file.toString(), PosixFilePermissions.toString(permissions), null);
    }
  }

  /** Writes a file that is whole or absent, owner-only from its first byte. */
  static void writeDurably(Path file, byte[] bytes) throws IOException {
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(fresh);
    FileAttribute<?>[] owner =
        isPosix()
            ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
            : new FileAttribute<?>[0];
    try (FileChannel channel =
        FileChannel.open(
            fresh, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), owner)) {
      ByteBuffer rest = ByteBuffer.wrap(bytes);
      while (rest.hasRemaining()) {
        channel.write(rest);
      }
      channel.force(true);
    }
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    if (isPosix()) {
      try (FileChannel folder = FileChannel.open(file.toAbsolutePath().getParent())) {
        folder.force(true);
      }
    }
  }

  private static boolean isPosix() {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
  }

  @Override
  public String toString() {
    return "StationKey[" + station + "]";
  }
}
