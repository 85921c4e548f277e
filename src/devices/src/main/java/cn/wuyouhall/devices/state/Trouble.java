package cn.wuyouhall.devices.state;

import cn.wuyouhall.domain.devices.DeviceState.Health;

/**
 * Every trouble a device can have. The name is the code in {@code DeviceState}, in {@code
 * PrintResult} and in {@code CardEvent.Unreadable}; its sentence for a guide is {@code device.NAME}
 * in the common texts.
 */
public enum Trouble {
  /** Opened, nothing heard yet. */
  NOT_YET_SEEN(Health.AWAY),
  /** The line is open and the device says nothing to what it must answer. */
  NO_ANSWER(Health.AWAY),
  /** The line went away while it was open: cable pulled, peer gone. */
  CUT_OFF(Health.AWAY),
  /** Bytes come that are no frames of this device: wrong baud rate or wrong device. */
  GARBAGE(Health.AWAY),
  /** The port is there and may not be opened (on Linux: group dialout). */
  NO_PERMISSION(Health.AWAY),
  /** There is no port of this name: not plugged in, or another name. */
  NO_PORT(Health.AWAY),
  /** Another program holds the port. */
  IN_USE(Health.AWAY),
  /** The network address does not answer or refuses. */
  NO_CONNECTION(Health.AWAY),
  /** The port could not be opened for another reason. */
  OPEN_FAILED(Health.AWAY),
  /** The device took no bytes for so long that the port was closed. */
  STUCK(Health.AWAY),
  /** The file of a file line cannot be written (full disk, no right). */
  FILE_FAILED(Health.AWAY),
  /** The program closed the device. */
  CLOSED(Health.AWAY),

  /** Printer: no paper. */
  PAPER_OUT(Health.AWAY),
  /** Printer: paper near its end; prints. */
  PAPER_LOW(Health.ATTENTION),
  /** Printer: cover open. */
  COVER_OPEN(Health.AWAY),
  /** Printer: the cutter is jammed. */
  CUTTER(Health.AWAY),
  /** Printer: a fault that needs a person (print head, voltage). */
  PRINTER_FAULT(Health.AWAY),
  /** Printer: says it is off line, without a reason. */
  PRINTER_OFFLINE(Health.AWAY),
  /** Printer: answers its status, takes no job (an old job waits inside). */
  PRINTER_BUSY(Health.AWAY),

  /** Reader: its own security module fails or is not authorised. */
  READER_FAULT(Health.AWAY),

  /** Card: the document is there and its chip does not answer or cannot be read. */
  CARD_UNREADABLE(Health.GOOD),
  /** Card: not a document of the kinds this reader knows. */
  CARD_FOREIGN(Health.GOOD),
  /** Card: taken away or moved while it was read. */
  CARD_MOVED(Health.GOOD),
  /** Card: read, but a field holds what no such document can hold. */
  CARD_DATA_WRONG(Health.GOOD),

  /** Voice: this machine has no sound output. */
  NO_SOUND(Health.AWAY),
  /** Voice: the sound clips are missing or damaged. */
  NO_CLIPS(Health.AWAY);

  private final Health health;

  Trouble(Health health) {
    this.health = health;
  }

  /** What this trouble makes of the device's health. Troubles of a card leave the reader well. */
  public Health health() {
    return health;
  }

  /** The code, stable across versions. */
  public String code() {
    return name();
  }
}
