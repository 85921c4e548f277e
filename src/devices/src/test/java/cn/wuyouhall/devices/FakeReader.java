package cn.wuyouhall.devices;

import cn.wuyouhall.devices.line.MemoryWires.FarEnd;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/** The far end of an ID reader's wire. */
final class FakeReader {
  private static final String PREAMBLE = "AAAAAA9669";

  private final FarEnd end;
  private String name;
  private boolean wasRead;
  private boolean hidesReadCard = true;
  private boolean knowsNewestAddress = true;
  private boolean alwaysEmpty;
  private int refusesSelect;
  private String refusesFind;
  private String refusesRead;
  private boolean silent;
  private int reads;

  FakeReader(FarEnd end) {
    this.end = end;
    end.play(this::hear);
  }

  /** Lays a card on, or lifts it with null. */
  synchronized void lay(String holder) {
    name = holder;
    wasRead = false;
  }

  /** Whether a card that was read is answered with "no card" until it is lifted. */
  synchronized void hidesReadCard(boolean hides) {
    hidesReadCard = hides;
  }

  synchronized void knowsNewestAddress(boolean knows) {
    knowsNewestAddress = knows;
  }

  /** Answers "no such item" for the newest address with a card and without. */
  synchronized void alwaysEmpty(boolean always) {
    alwaysEmpty = always;
  }

  synchronized void refusesSelect(int times) {
    refusesSelect = times;
  }

  synchronized void refusesFind(String sw3) {
    refusesFind = sw3;
  }

  synchronized void refusesRead(String sw3) {
    refusesRead = sw3;
  }

  synchronized void silent(boolean isSilent) {
    silent = isSilent;
  }

  synchronized int reads() {
    return reads;
  }

  private synchronized void hear(byte[] bytes) {
    if (silent) {
      return;
    }
    String request = HexFormat.of().withUpperCase().formatHex(bytes);
    String answer =
        switch (request) {
          case PREAMBLE + "0003200122" -> find();
          case PREAMBLE + "0003200221" -> select();
          case PREAMBLE + "0003300132" -> read();
          case PREAMBLE + "0003300330" ->
              name != null && knowsNewestAddress || alwaysEmpty ? "000400009195" : "000400004145";
          default -> "000400002125";
        };
    end.say(HexFormat.of().parseHex(PREAMBLE + answer));
  }

  private String find() {
    if (refusesFind != null) {
      return refusal(refusesFind);
    }
    return name != null && !(wasRead && hidesReadCard) ? "000800009F0000000097" : "000400008084";
  }

  private static String refusal(String sw3) {
    int code = Integer.parseInt(sw3, 16);
    return "00040000%02X%02X".formatted(code, 4 ^ code);
  }

  private String select() {
    if (refusesSelect > 0) {
      refusesSelect--;
      return "000400008185";
    }
    return "000C00009000000000000000009C";
  }

  private String read() {
    if (refusesRead != null) {
      return refusal(refusesRead);
    }
    reads++;
    wasRead = true;
    byte[] text = " ".repeat(128).getBytes(StandardCharsets.UTF_16LE);
    put(text, 0, name);
    put(text, 30, "1");
    put(text, 32, "01");
    put(text, 36, "19491231");
    put(text, 122, "11010519491231002X");
    put(text, 188, "20200101");
    put(text, 204, "20400101");
    byte[] frame = Arrays.copyOf(HexFormat.of().parseHex("050800009001000400"), 9 + 256 + 1024 + 1);
    System.arraycopy(text, 0, frame, 9, 256);
    byte sum = 0;
    for (byte b : frame) {
      sum ^= b;
    }
    frame[frame.length - 1] = sum;
    return HexFormat.of().withUpperCase().formatHex(frame);
  }

  private static void put(byte[] block, int offset, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_16LE);
    System.arraycopy(bytes, 0, block, offset, bytes.length);
  }
}
