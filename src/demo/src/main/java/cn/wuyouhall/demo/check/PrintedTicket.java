package cn.wuyouhall.demo.check;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What stands on a printed paper, read from its ESC/POS bytes: commands are stepped over by their
 * lengths (Epson's command reference), the rest is GB18030 text.
 *
 * @param file the file's name
 * @param size bytes in all
 * @param lines the lines of text
 * @param codes the contents of its QR codes
 * @param cuts how many cuts
 * @param endsWithCut whether nothing but the cut stands at its end
 */
record PrintedTicket(
    String file, int size, List<String> lines, List<String> codes, int cuts, boolean endsWithCut) {
  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final Pattern NUMBER = Pattern.compile("[A-Z]{1,3}[0-9]{3,4}");
  private static final String CODE = "WYT1:";

  static PrintedTicket read(String file, byte[] bytes) {
    return new Tape(bytes).read(file);
  }

  /** The number in large type: the line that is nothing else. */
  Optional<String> number() {
    return lines.stream().map(String::strip).filter(l -> NUMBER.matcher(l).matches()).findFirst();
  }

  /** The ticket its code names, when it has exactly one code. */
  Optional<String> ticket() {
    return codes.size() == 1 && codes.getFirst().startsWith(CODE)
        ? Optional.of(codes.getFirst().substring(CODE.length()))
        : Optional.empty();
  }

  private static final class Tape {
    private final byte[] bytes;
    private final List<String> lines = new ArrayList<>();
    private final List<String> codes = new ArrayList<>();
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private String stored = "";
    private int cuts;
    private int lastCutEnd = -1;

    Tape(byte[] bytes) {
      this.bytes = bytes;
    }

    PrintedTicket read(String file) {
      int at = 0;
      while (at < bytes.length) {
        int first = bytes[at] & 0xFF;
        if (first == 0x1B || first == 0x1C || first == 0x1D || first == 0x10) {
          at = command(at, first);
        } else if (first == '\n' || first == '\r') {
          endLine();
          at++;
        } else {
          line.write(first);
          at++;
        }
      }
      endLine();
      return new PrintedTicket(file, bytes.length, lines, codes, cuts, lastCutEnd == bytes.length);
    }

    private int at(int index) {
      return index < bytes.length ? bytes[index] & 0xFF : 0;
    }

    private int command(int at, int first) {
      int second = at(at + 1);
      if (first == 0x1D && second == 'V') {
        cuts++;
        lastCutEnd = at + (at(at + 2) >= 'A' ? 4 : 3);
        return lastCutEnd;
      }
      if (first == 0x1D && second == '(') {
        int length = at(at + 3) | at(at + 4) << 8;
        if (at(at + 2) == 'k') {
          symbol(at + 5, length);
        }
        return at + 5 + length;
      }
      boolean bare = first == 0x1B && (second == '@' || second == '2');
      return at + (bare || first == 0x1C && (second == '&' || second == '.') ? 2 : 3);
    }

    /** Function 80 stores a symbol's data, function 81 prints what is stored. */
    private void symbol(int from, int length) {
      if (at(from + 1) == 80 && from + length <= bytes.length) {
        stored = new String(bytes, from + 3, length - 3, StandardCharsets.UTF_8);
      } else if (at(from + 1) == 81) {
        codes.add(stored);
      }
    }

    private void endLine() {
      if (line.size() > 0) {
        lines.add(line.toString(GB18030));
        line.reset();
      }
    }
  }
}
