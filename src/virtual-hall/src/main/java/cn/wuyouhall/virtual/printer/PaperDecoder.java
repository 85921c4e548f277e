package cn.wuyouhall.virtual.printer;

import java.util.ArrayList;
import java.util.List;

/** Reads printed bytes, such as a {@code NNN.bin}, without a printer. Any thread. */
public final class PaperDecoder {
  private final PaperTape tape = new PaperTape();
  private final List<Paper> papers = new ArrayList<>();

  private PaperDecoder(Rom rom) {
    tape.rom(rom);
  }

  /**
   * What a printer with that font makes of the bytes: one paper for each cut, and a last one with
   * {@code cuts == 0} when something stands after the last cut.
   */
  public static List<Paper> decode(byte[] bytes, Rom rom) {
    PaperDecoder decoder = new PaperDecoder(rom);
    EscPosParser parser = new EscPosParser(decoder::command);
    for (byte b : bytes) {
      parser.accept(b);
    }
    decoder.tape.feed(0);
    if (!decoder.tape.blank()) {
      decoder.papers.add(decoder.tape.takeOff(false));
    }
    return List.copyOf(decoder.papers);
  }

  private void command(byte[] c) {
    if (EscPosParser.prints(c)) {
      tape.apply(c);
    } else if (EscPosParser.cuts(c)) {
      tape.feed(c.length > 3 ? c[3] & 0xFF : 0);
      if (!tape.blank()) {
        papers.add(tape.takeOff(true));
      }
    }
  }
}
