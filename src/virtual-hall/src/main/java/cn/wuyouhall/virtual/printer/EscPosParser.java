package cn.wuyouhall.virtual.printer;

import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Cuts a stream of ESC/POS bytes into commands and characters, one array each. Knows only how long
 * things are. A command that claims to be longer than any printer's buffer is dropped, so garbage
 * costs at most its own head. Used by one thread.
 */
final class EscPosParser {
  /** Longer than a raster of the whole width and some metres; what claims more is garbage. */
  static final int LONGEST = 256 * 1024;

  private static final int UNKNOWN_YET = -1;
  private static final int UNTIL_NUL_AT_MOST = 300;

  private final Consumer<byte[]> complete;
  private byte[] command = new byte[64];
  private int size;
  private int needed = UNKNOWN_YET;
  private boolean kanji;

  EscPosParser(Consumer<byte[]> complete) {
    this.complete = complete;
  }

  /** Forgets a half command and switches Chinese mode off, as switching the power off does. */
  void reset() {
    size = 0;
    needed = UNKNOWN_YET;
    kanji = false;
  }

  /** Whether a whole command cuts the paper: {@code 1D 56 …}, {@code 1B 69}, {@code 1B 6D}. */
  static boolean cuts(byte[] c) {
    return (c[0] == 0x1D && c.length > 2 && c[1] == 0x56)
        || (c[0] == 0x1B && c.length == 2 && (c[1] == 0x69 || c[1] == 0x6D));
  }

  /** Whether a whole command belongs to what is printed; cuts and status requests do not. */
  static boolean prints(byte[] c) {
    boolean asks =
        (c[0] == 0x10 && c.length > 2)
            || (c[0] == 0x1D && c.length > 2 && (c[1] == 0x61 || c[1] == 0x72));
    return !asks && !cuts(c);
  }

  void accept(byte b) {
    if (size == command.length) {
      command = Arrays.copyOf(command, size * 2);
    }
    command[size++] = b;
    if (needed == UNKNOWN_YET) {
      needed = length();
    }
    if (needed > LONGEST) {
      needed = 2;
    }
    if (needed != UNKNOWN_YET && size >= needed) {
      byte[] whole = Arrays.copyOf(command, needed);
      byte[] rest = Arrays.copyOfRange(command, needed, size);
      size = 0;
      needed = UNKNOWN_YET;
      if (command.length > 4096) {
        command = new byte[64];
      }
      follow(whole);
      complete.accept(whole);
      for (byte next : rest) {
        accept(next);
      }
    }
  }

  /** Chinese mode decides how long a character is. */
  private void follow(byte[] whole) {
    if (whole.length == 2 && whole[0] == 0x1C && whole[1] == 0x26) {
      kanji = true;
    } else if (whole.length == 2
        && ((whole[0] == 0x1C && whole[1] == 0x2E) || (whole[0] == 0x1B && whole[1] == 0x40))) {
      kanji = false;
    }
  }

  private int at(int i) {
    return command[i] & 0xFF;
  }

  private int word(int i) {
    return at(i) | (at(i + 1) << 8);
  }

  private int length() {
    int first = at(0);
    if (first >= 0x20) {
      return character(first);
    }
    if (first != 0x10 && first != 0x1B && first != 0x1C && first != 0x1D) {
      return 1;
    }
    if (size < 2) {
      return UNKNOWN_YET;
    }
    return switch (first) {
      case 0x10 -> realTime();
      case 0x1B -> escape();
      case 0x1C -> chinese();
      default -> group();
    };
  }

  /** One, two or four bytes; a lead byte before something impossible stands alone. */
  private int character(int first) {
    if (!kanji || first < 0x81 || first > 0xFE) {
      return 1;
    }
    if (size < 2) {
      return UNKNOWN_YET;
    }
    int second = at(1);
    if (second >= 0x30 && second <= 0x39) {
      return 4;
    }
    return second >= 0x40 && second <= 0xFE && second != 0x7F ? 2 : 1;
  }

  private int realTime() {
    return switch (at(1)) {
      case 0x04, 0x05 -> 3;
      case 0x14 -> size < 3 ? UNKNOWN_YET : at(2) == 8 ? 10 : 5;
      default -> 1;
    };
  }

  private int escape() {
    return switch (at(1)) {
      case 0x21,
          0x20,
          0x25,
          0x2D,
          0x33,
          0x39,
          0x3D,
          0x3F,
          0x45,
          0x47,
          0x4A,
          0x4B,
          0x4D,
          0x52,
          0x54,
          0x56 ->
          3;
      case 0x61, 0x64, 0x65, 0x72, 0x74, 0x7B -> 3;
      case 0x24, 0x42, 0x5C, 0x63 -> 4;
      case 0x70 -> 5;
      case 0x57 -> 10;
      case 0x44 -> untilNul(2);
      case 0x2A -> size < 5 ? UNKNOWN_YET : 5 + word(3) * (at(2) >= 32 ? 3 : 1);
      default -> 2;
    };
  }

  private int chinese() {
    return switch (at(1)) {
      case 0x21, 0x2D, 0x43, 0x57 -> 3;
      case 0x53, 0x70 -> 4;
      case 0x28 -> size < 5 ? UNKNOWN_YET : 5 + word(3);
      default -> 2;
    };
  }

  private int group() {
    return switch (at(1)) {
      case 0x21, 0x2F, 0x42, 0x48, 0x49, 0x61, 0x62, 0x66, 0x68, 0x72, 0x77 -> 3;
      case 0x24, 0x4C, 0x50, 0x57, 0x5C -> 4;
      case 0x28 -> size < 5 ? UNKNOWN_YET : 5 + word(3);
      case 0x38 -> size < 7 ? UNKNOWN_YET : longGraphics();
      case 0x2A -> size < 4 ? UNKNOWN_YET : 4 + at(2) * at(3) * 8;
      case 0x56 -> size < 3 ? UNKNOWN_YET : cut(at(2));
      case 0x6B -> size < 4 ? UNKNOWN_YET : at(2) > 0x40 ? 4 + at(3) : untilNul(3);
      case 0x76 -> size < 8 ? UNKNOWN_YET : raster();
      default -> 2;
    };
  }

  private static int cut(int how) {
    return how == 0 || how == 1 || how == 0x30 || how == 0x31 ? 3 : 4;
  }

  /** 1D 38 4C p1 p2 p3 p4: as 1D 28 4C with a length of four bytes. */
  private int longGraphics() {
    long data = word(3) + ((long) word(5) << 16);
    return data > LONGEST ? LONGEST + 1 : 7 + (int) data;
  }

  private int raster() {
    long data = (long) word(4) * word(6);
    return data > LONGEST ? LONGEST + 1 : 8 + (int) data;
  }

  private int untilNul(int from) {
    if ((size > from && at(size - 1) == 0) || size > UNTIL_NUL_AT_MOST) {
      return size;
    }
    return UNKNOWN_YET;
  }
}
