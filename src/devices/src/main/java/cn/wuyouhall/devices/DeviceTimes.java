package cn.wuyouhall.devices;

import java.time.Duration;

/**
 * The waits the wires need. Real time, never hall time: a demo's faster clock makes no printer
 * faster.
 *
 * @param answer how long a device may take for a short answer
 * @param job how long a printer may take for a ticket, besides its bytes' time on the wire
 * @param settle how long a printer that confirms by its status must stay well after a ticket
 * @param heartbeat how often a printer is asked how it is
 * @param poll how often a card is looked for; four times a second or more
 */
public record DeviceTimes(
    Duration answer, Duration job, Duration settle, Duration heartbeat, Duration poll) {
  /** For halls. */
  public static final DeviceTimes USUAL =
      new DeviceTimes(
          Duration.ofMillis(700),
          Duration.ofSeconds(8),
          Duration.ofMillis(1_500),
          Duration.ofSeconds(4),
          Duration.ofMillis(200));

  /** The same, with this long for a ticket. */
  public DeviceTimes withJob(Duration longest) {
    return new DeviceTimes(answer, longest, settle, heartbeat, poll);
  }
}
