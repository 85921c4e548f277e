package cn.wuyouhall.virtual.device;

import cn.wuyouhall.virtual.golden.GoldenFrames;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.Arrays;

/**
 * A card reader that speaks SDT (GA/T 467): find, select, read. After a card was read it answers
 * "no card" until the card is lifted, as many readers do. Frame and status bytes: device facts,
 * "ID-card readers"; replies come from the golden files.
 */
public final class VirtualIdReader implements Device {
  /** How the reader behaves. */
  public enum Mode {
    /** Answers at once. */
    NORMAL,
    /** Takes everything in and answers nothing: switched off or broken. */
    SILENT
  }

  /** Where the reading of the present card stands. */
  public enum Stage {
    NO_CARD,
    LAID,
    FOUND,
    SELECTED,
    READ
  }

  private static final byte[] PREAMBLE = {(byte) 0xAA, (byte) 0xAA, (byte) 0xAA, (byte) 0x96, 0x69};
  private static final int LONGEST_REQUEST = 64;
  private static final int SHORTEST_REQUEST = 3;
  private static final GoldenFrames FRAMES = GoldenFrames.load("id-reader");

  private Sender sender = (bytes, after) -> {};
  private final Pending pending = new Pending();
  private Card card;
  private Stage stage = Stage.NO_CARD;
  private Mode mode = Mode.NORMAL;
  private Duration thinking = Duration.ZERO;
  private boolean preambleInPhoto;
  private int reads;

  @Override
  public synchronized void connect(Sender to) {
    sender = to;
  }

  /** Lays a card on the reader, in place of one that lies there. */
  public synchronized void lay(Card next) {
    card = next;
    stage = Stage.LAID;
    notifyAll();
  }

  /** Takes the card away. */
  public synchronized void lift() {
    card = null;
    stage = Stage.NO_CARD;
    notifyAll();
  }

  /** The card that lies there, or null. */
  public synchronized Card card() {
    return card;
  }

  /** How far the other end has got with this card. */
  public synchronized Stage stage() {
    return stage;
  }

  /** How many cards were read to the end since the start. */
  public synchronized int reads() {
    return reads;
  }

  /** Waits until the card that lies there has been read; false when the time is over first. */
  public synchronized boolean awaitRead(Duration atMost) throws InterruptedException {
    return Awaiting.until(this, () -> stage == Stage.READ, atMost);
  }

  /** Sets how the reader behaves from now on. */
  public synchronized void mode(Mode next) {
    mode = next;
  }

  /** Sets how long the reader takes for each answer; a slow one needs seconds. */
  public synchronized void thinking(Duration each) {
    thinking = each;
  }

  /** Whether photos hold bytes that look like the beginning of a frame. */
  public synchronized void preambleInPhoto(boolean on) {
    preambleInPhoto = on;
  }

  @Override
  public synchronized void received(byte[] bytes) {
    pending.feed(bytes, this::take);
  }

  private int take(byte[] b, int at) {
    if (!beginsPreamble(b, at)) {
      return Pending.Taker.SKIP;
    }
    int left = b.length - at;
    if (left < PREAMBLE.length + 2) {
      return Pending.Taker.WAIT;
    }
    int length = (b[at + 5] & 0xFF) << 8 | b[at + 6] & 0xFF;
    if (length < SHORTEST_REQUEST || length > LONGEST_REQUEST) {
      answer(FRAMES.get("length-error"));
      return PREAMBLE.length;
    }
    int whole = PREAMBLE.length + 2 + length;
    if (left < whole) {
      return Pending.Taker.WAIT;
    }
    if (xor(b, at + PREAMBLE.length, at + whole - 1) != b[at + whole - 1]) {
      answer(FRAMES.get("checksum-error"));
      return PREAMBLE.length;
    }
    handle(b[at + 7] & 0xFF, b[at + 8] & 0xFF);
    return whole;
  }

  private static boolean beginsPreamble(byte[] b, int at) {
    for (int i = 0; i < PREAMBLE.length && at + i < b.length; i++) {
      if (b[at + i] != PREAMBLE[i]) {
        return false;
      }
    }
    return true;
  }

  private void handle(int command, int parameter) {
    switch ((command << 8) | parameter) {
      case 0x10FF, 0x11FF -> answer(FRAMES.get("ok"));
      case 0x12FF -> answer(FRAMES.get("sam-id"));
      case 0x2001 -> find();
      case 0x2002 -> select();
      case 0x3001 -> read(false);
      case 0x3010 -> read(true);
      case 0x3003 -> newestAddress();
      default -> answer(FRAMES.get("unknown-command"));
    }
  }

  private void find() {
    boolean there = card != null && card.kind() != Card.Kind.INVISIBLE && stage != Stage.READ;
    stage = there ? Stage.FOUND : stage;
    answer(FRAMES.get(there ? "found" : "no-card"));
  }

  private void select() {
    boolean selects = stage == Stage.FOUND && card.kind() != Card.Kind.FOREIGN;
    stage = selects ? Stage.SELECTED : stage;
    answer(FRAMES.get(selects ? "selected" : "select-failed"));
  }

  private void read(boolean withFingerprint) {
    if (stage != Stage.SELECTED || card.kind() == Card.Kind.DAMAGED) {
      stage = stage == Stage.SELECTED ? Stage.LAID : stage;
      answer(FRAMES.get("read-failed"));
      return;
    }
    if (card.kind() == Card.Kind.WRONG) {
      stage = Stage.LAID;
      answer(FRAMES.get("wrong-card"));
      return;
    }
    boolean fingerprint = withFingerprint && "citizen-2".equals(card.name());
    String head =
        !withFingerprint
            ? "read-head"
            : fingerprint ? "read-head-finger-1024" : "read-head-finger-0";
    ByteArrayOutputStream reply = new ByteArrayOutputStream();
    reply.writeBytes(FRAMES.get(head));
    reply.writeBytes(card.text());
    reply.writeBytes(FRAMES.get(preambleInPhoto ? "photo-with-preamble" : "photo"));
    if (fingerprint) {
      reply.writeBytes(FRAMES.get("fingerprint-1024"));
    }
    answer(withChecksum(reply.toByteArray()));
    stage = Stage.READ;
    reads++;
    notifyAll();
  }

  private void newestAddress() {
    boolean moved = card != null && "citizen-4".equals(card.name()) && stage != Stage.LAID;
    answer(
        moved
            ? withChecksum(concat(FRAMES.get("address-head"), FRAMES.get("address-moved")))
            : FRAMES.get("no-such-item"));
  }

  private void answer(byte[] frame) {
    if (mode == Mode.NORMAL) {
      sender.send(frame, thinking);
    }
  }

  private static byte[] withChecksum(byte[] frame) {
    byte[] whole = Arrays.copyOf(frame, frame.length + 1);
    whole[frame.length] = xor(frame, PREAMBLE.length, frame.length);
    return whole;
  }

  private static byte xor(byte[] bytes, int from, int to) {
    byte sum = 0;
    for (int i = from; i < to; i++) {
      sum ^= bytes[i];
    }
    return sum;
  }

  private static byte[] concat(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }
}
