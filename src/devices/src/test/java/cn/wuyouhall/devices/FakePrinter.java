package cn.wuyouhall.devices;

import cn.wuyouhall.devices.line.MemoryWires.FarEnd;
import java.io.ByteArrayOutputStream;
import java.util.HexFormat;
import java.util.function.Consumer;

/** The far end of a printer's wire: answers status at once and end-of-job in order, or not. */
final class FakePrinter {
  private final FarEnd end;
  private final ByteArrayOutputStream heard = new ByteArrayOutputStream();
  private final int[] status = {0, 0x12, 0x12, 0x12, 0x12};
  private boolean answersStatus = true;
  private boolean answersJobs = true;
  private int owed;
  private Consumer<FakePrinter> onTicket = _ -> {};

  FakePrinter(FarEnd end) {
    this.end = end;
    end.play(this::hear);
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

  FarEnd end() {
    return end;
  }

  private synchronized void hear(byte[] bytes) {
    heard.writeBytes(bytes);
    String text = HexFormat.of().withUpperCase().formatHex(bytes);
    if (text.startsWith("1004") && answersStatus) {
      end.say((byte) status[bytes[2]]);
    }
    if (text.contains("1D564200")) {
      onTicket.accept(this);
    }
    if (text.endsWith("1D7201")) {
      owed++;
      if (answersJobs) {
        while (owed > 0) {
          end.say((byte) 0);
          owed--;
        }
      }
    }
  }
}
