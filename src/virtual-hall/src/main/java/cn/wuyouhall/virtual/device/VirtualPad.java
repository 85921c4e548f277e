package cn.wuyouhall.virtual.device;

import cn.wuyouhall.virtual.golden.GoldenFrames;
import java.time.Duration;
import java.util.Arrays;

/**
 * A rating pad with five keys on the addressed bus, address 01. Asked by {@code func 01 data 0B} it
 * lights its lamp; a key goes out as {@code func 11 data 00..04} and waits for the reply {@code
 * func 01} with the same data. Bytes: device facts, "Rating pads", 1.
 */
public final class VirtualPad implements Device {
  /** What the pad shows. */
  public enum State {
    /** Dark. */
    IDLE,
    /** The lamp asks for a rating. */
    ASKING,
    /** A key was pressed and its frame has not been answered. */
    UNANSWERED,
    /** The answer came: thanks. */
    THANKED
  }

  /** How the pad behaves. */
  public enum Mode {
    NORMAL,
    /** Takes no notice of anything it is sent and sends no keys. */
    DEAF,
    /** Sends noise in place of a key's frame. */
    GARBAGE
  }

  /**
   * The keys, 0 to 4; the sample profile reads them from very satisfied down to very dissatisfied.
   */
  public static final int KEYS = 5;

  private static final int ADDRESS = 0x01;
  private static final int ASK = 0x0B;
  private static final int LONGEST = 64;
  private static final GoldenFrames FRAMES = GoldenFrames.load("pad");
  private static final GoldenFrames NOISE = GoldenFrames.load("noise");

  private Sender sender = (bytes, after) -> {};
  private final Pending pending = new Pending();
  private State state = State.IDLE;
  private Mode mode = Mode.NORMAL;
  private int lastKey = -1;
  private int stars;
  private int asked;
  private int beeps;

  @Override
  public synchronized void connect(Sender to) {
    sender = to;
  }

  /** What the pad shows now. */
  public synchronized State state() {
    return state;
  }

  /** How often it was asked to ask since the start. */
  public synchronized int asked() {
    return asked;
  }

  /** How often it was told to beep. */
  public synchronized int beeps() {
    return beeps;
  }

  /** The stars it was last told to show, 0 for none. */
  public synchronized int stars() {
    return stars;
  }

  /** Sets how the pad behaves from now on. */
  public synchronized void mode(Mode next) {
    mode = next;
  }

  /** Waits until the pad shows that; false when the time is over first. */
  public synchronized boolean await(State wanted, Duration atMost) throws InterruptedException {
    return Awaiting.until(this, () -> state == wanted, atMost);
  }

  /**
   * Presses a key of a pad that asks (or whose last key was not answered).
   *
   * @return whether the pad took it; a dark pad takes none
   */
  public synchronized boolean press(int key) {
    boolean awake = state == State.ASKING || state == State.UNANSWERED;
    if (awake) {
      force(key);
    }
    return awake;
  }

  /** Sends a key whether or not anybody asked, as a pad does that has no lamp. */
  public synchronized void force(int key) {
    if (mode == Mode.DEAF) {
      return;
    }
    lastKey = key;
    state = State.UNANSWERED;
    sender.send(mode == Mode.GARBAGE ? NOISE.get("wrong-sum") : FRAMES.get("key-" + key));
    notifyAll();
  }

  @Override
  public synchronized void received(byte[] bytes) {
    pending.feed(bytes, this::take);
  }

  private int take(byte[] b, int at) {
    int left = b.length - at;
    if ((b[at] & 0xFF) != 0xFF || (left > 1 && b[at + 1] != 0x68)) {
      return Pending.Taker.SKIP;
    }
    if (left < 5) {
      return Pending.Taker.WAIT;
    }
    int length = b[at + 2] & 0xFF;
    if (length != (b[at + 3] & 0xFF) || b[at + 4] != 0x68 || length < 2 || length > LONGEST) {
      return Pending.Taker.SKIP;
    }
    int whole = 5 + length + 2;
    if (left < whole) {
      return Pending.Taker.WAIT;
    }
    int sum = 0;
    for (int i = 0; i < length; i++) {
      sum += b[at + 5 + i];
    }
    if ((byte) sum != b[at + 5 + length] || b[at + whole - 1] != 0x16) {
      return Pending.Taker.SKIP;
    }
    handle(Arrays.copyOfRange(b, at + 5, at + 5 + length));
    return whole;
  }

  /** Address, function, data. */
  private void handle(byte[] body) {
    if (body[0] != ADDRESS || mode == Mode.DEAF) {
      return;
    }
    int data = body.length > 2 ? body[2] & 0xFF : -1;
    switch (body[1]) {
      case 0x01 -> {
        if (data == ASK) {
          state = State.ASKING;
          asked++;
        } else if (state == State.UNANSWERED && data == lastKey) {
          state = State.THANKED;
        }
      }
      case 0x02 -> stars = body.length == 3 ? data : stars;
      case 0x03 -> beeps++;
      default -> {
        // A function of other members of the bus.
      }
    }
    notifyAll();
  }
}
