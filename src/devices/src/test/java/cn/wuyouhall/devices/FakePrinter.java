package cn.wuyouhall.devices;

import cn.wuyouhall.devices.line.MemoryWires.FarEnd;
import java.io.ByteArrayOutputStream;
import java.util.HexFormat;
import java.util.function.Consumer;

/** The far end of a printer's wire: answers status at once and end-of-job in order, or not. */
final class FakePrinter {
  private final Consumer<Byte> say;
  private final ByteArrayOutputStream heard = new ByteArrayOutputStream();
  private final int[] status = {0, 0x12, 0x12, 0x12, 0x12};
  private boolean answersStatus = true;
  private boolean answersJobs = true;
  private int owed;
  private int last;
  private Consumer<FakePrinter> onTicket = _ -> {};

  FakePrinter(FarEnd end) {
    this(b -> end.say(b));
    end.play(this::hear);
  }

  FakePrinter(Consumer<Byte> say) {
    this.say = say;
  }

  synchronized void says(int n, int answer) {
    status[n] = answer;
  }

  synchronized void answersStatus(boolean answers) {
    answersStatus = answers;
  }

  synchronized void answersJobs(boolean answers) {
    answersJobs = answers;
  }

  /** Runs when the bytes of a ticket have come, before its end of job is answered. */
  synchronized void onTicket(Consumer<FakePrinter> run) {
    onTicket = run;
  }

  synchronized String heard() {
    return HexFormat.of().withUpperCase().formatHex(heard.toByteArray());
  }

  synchronized int tickets() {
    return heard().split("1D564200", -1).length - 1;
  }

  /** Takes what comes over the wire, in any portions. */
  synchronized void hear(byte[] bytes) {
    for (byte b : bytes) {
      heard.write(b);
      last = last << 8 | b & 0xFF;
      if ((last & 0xFFFF00) == 0x100400 && answersStatus) {
        say.accept((byte) status[b]);
      } else if (last == 0x1D564200) {
        onTicket.accept(this);
      } else if ((last & 0xFFFFFF) == 0x1D7201) {
        owed++;
        for (; answersJobs && owed > 0; owed--) {
          say.accept((byte) 0);
        }
      }
    }
  }
}
