package cn.wuyouhall.domain.queue;

import cn.wuyouhall.domain.people.Person;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * A ticket as the hall database holds it.
 *
 * @param id UUIDv7
 * @param day the business day it was issued on
 * @param line the line it waits in now
 * @param number as printed; stays the same through transfers
 * @param state where it stands
 * @param unconfirmed whether nobody knows if its paper came; only in {@code PRINTING}
 * @param priority its class
 * @param issuedAt when its number was taken; its place in the line
 * @param holder the person, where a card was laid or the guide entered one
 * @param window the window it is at or was called to last
 * @param calls how often it was called in its present turn
 * @param calledAt when it was called last
 */
public record Ticket(
    UUID id,
    LocalDate day,
    String line,
    TicketNumber number,
    TicketState state,
    boolean unconfirmed,
    Priority priority,
    Instant issuedAt,
    Optional<Person> holder,
    OptionalInt window,
    int calls,
    Optional<Instant> calledAt) {}
