package cn.wuyouhall.station;

import java.util.Optional;
import java.util.UUID;

/**
 * The code on a ticket: ASCII, so that every scanner reads it the same ({@code WYT1:} and the
 * ticket's id).
 */
final class TicketCode {
  private static final String START = "WYT1:";

  private TicketCode() {}

  static String of(UUID ticket) {
    return START + ticket;
  }

  /** The ticket named by a scanned text; empty when it is no ticket's code. */
  static Optional<UUID> read(String scanned) {
    String text = scanned.strip();
    if (!text.startsWith(START) || text.length() != START.length() + 36) {
      return Optional.empty();
    }
    try {
      return Optional.of(UUID.fromString(text.substring(START.length())));
    } catch (IllegalArgumentException notAnId) {
      return Optional.empty();
    }
  }
}
