package cn.wuyouhall.virtual.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class VirtualPadTest {
  private static final String ASK = "FF68030368 01010B 0D16";

  private final VirtualPad pad = new VirtualPad();
  private final Sent sent = new Sent();

  @BeforeEach
  void connect() {
    pad.connect(sent);
  }

  private void hear(String hex) {
    pad.received(Sent.bytes(hex));
  }

  @Test
  void asksSendsTheKeyAndThanksOnTheReply() {
    assertFalse(pad.press(0), "a dark pad takes no key");
    hear(ASK);
    assertEquals(VirtualPad.State.ASKING, pad.state());
    assertTrue(pad.press(4));
    assertEquals("FF6803036801110416" + "16", sent.hex());
    assertEquals(VirtualPad.State.UNANSWERED, pad.state());
    hear("FF68030368 010103 0516");
    assertEquals(VirtualPad.State.UNANSWERED, pad.state(), "the reply to another key");
    hear("FF68030368 010104 0616");
    assertEquals(VirtualPad.State.THANKED, pad.state());
    assertFalse(pad.press(1));
    assertEquals("", sent.hex());
  }

  @Test
  void starsAndBeeps() {
    hear("FF68030368 010205 0816 FF68020268 0103 0416");
    assertEquals(5, pad.stars());
    assertEquals(1, pad.beeps());
  }

  @Test
  void othersFramesAndBrokenOnesDoNothing() {
    hear("FF68030368 02010B 0E16");
    hear("FF68030368 01010B 0C16");
    hear("FF68030468 01010B 0D16");
    hear("FF68030368 01010B 0D17");
    assertEquals(VirtualPad.State.IDLE, pad.state());
  }

  @Test
  void byteByByteAfterGarbageAndHalfAFrame() {
    for (byte b : Sent.bytes("68FF FF680303 FF FF6803036801 " + ASK)) {
      pad.received(new byte[] {b});
    }
    hear("00");
    assertEquals(VirtualPad.State.ASKING, pad.state());
    assertEquals(1, pad.asked());
  }

  @Test
  void deafAndGarbage() {
    pad.mode(VirtualPad.Mode.DEAF);
    hear(ASK);
    assertEquals(VirtualPad.State.IDLE, pad.state());
    pad.mode(VirtualPad.Mode.GARBAGE);
    hear(ASK);
    assertTrue(pad.press(0));
    assertEquals("FF68030368011100" + "1316", sent.hex());
    pad.mode(VirtualPad.Mode.NORMAL);
    assertTrue(pad.press(0), "the person presses again");
    assertEquals("FF68030368011100" + "1216", sent.hex());
  }
}
