package cn.wuyouhall.domain.queue;

import java.time.Instant;
import java.util.UUID;

/**
 * A call to be read aloud once by one voice station of its zone.
 *
 * @param id of the call event
 * @param number the ticket called
 * @param window where to go
 * @param zone the zone it is heard in
 * @param at when it was called
 */
public record Announcement(UUID id, TicketNumber number, int window, String zone, Instant at) {}
