package cn.wuyouhall.ui;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A file that holds several fonts (OpenType 1.9, "Font Collections"). JavaFX opens all of them when
 * one is wanted: ten in Noto Sans CJK, which costs each program 48 MB. So the one is written into a
 * file of its own, once a machine.
 */
final class FontCollection {
  private static final int COLLECTION = 0x74746366; // "ttcf"
  private static final int NAMES = 0x6E616D65; // "name"
  private static final int HEADER = 12;
  private static final int RECORD = 16;
  private static final int ALIGNMENT = 4;

  private static final int FAMILY = 1;
  private static final int TYPOGRAPHIC_FAMILY = 16;
  private static final int WINDOWS = 3;
  private static final int AMERICAN = 0x409;

  private final Path file;

  FontCollection(Path file) {
    this.file = file;
  }

  private record Table(int tag, int checksum, int offset, int length) {}

  /**
   * The font of a family as a file of its own in {@code folder}; written on the first call. Empty
   * when the collection has no such font.
   *
   * @throws IOException when it cannot be read or written, or is no collection
   */
  Optional<Path> alone(String family, Path folder) throws IOException {
    Path own = folder.resolve(family.replace(' ', '-') + "-" + stamp() + ".otf");
    if (Files.exists(own)) {
      return Optional.of(own);
    }
    try (FileChannel channel = FileChannel.open(file)) {
      ByteBuffer all = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
      Optional<List<Table>> font = find(all, family);
      if (font.isEmpty()) {
        return Optional.empty();
      }
      Files.createDirectories(folder);
      Path half = Files.createTempFile(folder, "font", ".part");
      write(all, font.get(), half);
      // Several programs start at once: each puts down the same bytes in one step.
      Files.move(half, own, StandardCopyOption.ATOMIC_MOVE);
      return Optional.of(own);
    } catch (IndexOutOfBoundsException | IllegalArgumentException cut) {
      throw new IOException(file + " is no whole font collection", cut);
    }
  }

  /** Another release of the fonts has another stamp. */
  private String stamp() throws IOException {
    String name = file.getFileName().toString();
    return name.substring(0, name.lastIndexOf('.'))
        + "-"
        + Files.size(file)
        + "-"
        + Files.getLastModifiedTime(file).toMillis();
  }

  private static Optional<List<Table>> find(ByteBuffer all, String family) throws IOException {
    if (all.getInt(0) != COLLECTION) {
      throw new IOException("no font collection");
    }
    int fonts = all.getInt(8);
    for (int i = 0; i < fonts; i++) {
      List<Table> tables = tables(all, all.getInt(HEADER + ALIGNMENT * i));
      if (isOf(all, tables, family)) {
        return Optional.of(tables);
      }
    }
    return Optional.empty();
  }

  private static List<Table> tables(ByteBuffer all, int at) {
    List<Table> tables = new ArrayList<>();
    // The kind of outlines is kept as the first of them, without a length.
    tables.add(new Table(all.getInt(at), 0, 0, 0));
    int count = Short.toUnsignedInt(all.getShort(at + 4));
    for (int i = 0; i < count; i++) {
      int record = at + HEADER + RECORD * i;
      tables.add(
          new Table(
              all.getInt(record),
              all.getInt(record + 4),
              all.getInt(record + 8),
              all.getInt(record + 12)));
    }
    return tables;
  }

  private static boolean isOf(ByteBuffer all, List<Table> tables, String family) {
    return tables.stream()
        .filter(table -> table.tag() == NAMES)
        .anyMatch(names -> isNamed(all, names.offset(), family));
  }

  private static boolean isNamed(ByteBuffer all, int at, String family) {
    int count = Short.toUnsignedInt(all.getShort(at + 2));
    int texts = at + Short.toUnsignedInt(all.getShort(at + 4));
    for (int i = 0; i < count; i++) {
      int record = at + 6 + HEADER * i;
      int kind = all.getShort(record + 6);
      if (all.getShort(record) == WINDOWS
          && all.getShort(record + 4) == AMERICAN
          && (kind == FAMILY || kind == TYPOGRAPHIC_FAMILY)) {
        byte[] text = new byte[Short.toUnsignedInt(all.getShort(record + 8))];
        all.get(texts + Short.toUnsignedInt(all.getShort(record + 10)), text);
        if (new String(text, StandardCharsets.UTF_16BE).equals(family)) {
          return true;
        }
      }
    }
    return false;
  }

  private static void write(ByteBuffer all, List<Table> font, Path target) throws IOException {
    List<Table> tables = font.subList(1, font.size());
    ByteBuffer head = ByteBuffer.allocate(HEADER + RECORD * tables.size());
    int power = Integer.highestOneBit(tables.size());
    head.putInt(font.getFirst().tag());
    head.putShort((short) tables.size());
    head.putShort((short) (power * RECORD));
    head.putShort((short) Integer.numberOfTrailingZeros(power));
    head.putShort((short) (tables.size() * RECORD - power * RECORD));
    int place = head.capacity();
    for (Table table : tables) {
      head.putInt(table.tag()).putInt(table.checksum()).putInt(place).putInt(table.length());
      place += padded(table.length());
    }
    try (FileChannel out = FileChannel.open(target, StandardOpenOption.WRITE)) {
      writeAll(out, head.flip());
      for (Table table : tables) {
        writeAll(out, all.slice(table.offset(), table.length()));
        writeAll(out, ByteBuffer.allocate(padded(table.length()) - table.length()));
      }
    }
  }

  private static int padded(int length) {
    return (length + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
  }

  private static void writeAll(FileChannel out, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      out.write(bytes);
    }
  }
}
