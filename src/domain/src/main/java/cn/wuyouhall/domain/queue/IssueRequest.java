package cn.wuyouhall.domain.queue;

import cn.wuyouhall.domain.people.Person;
import java.util.Optional;
import java.util.UUID;

/**
 * One wish for a number. The request id is stored by the station before this is sent; the same id
 * sent again returns the same ticket.
 *
 * @param requestId UUIDv7 of this wish
 * @param station the station it came from
 * @param line the line's id
 * @param holder the person, when known
 * @param priority claimed class
 * @param itemCode the item or errand the citizen came for, blank when unknown
 */
public record IssueRequest(
    UUID requestId,
    String station,
    String line,
    Optional<Person> holder,
    Priority priority,
    String itemCode) {}
