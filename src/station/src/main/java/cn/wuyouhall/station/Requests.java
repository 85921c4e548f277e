package cn.wuyouhall.station;

import cn.wuyouhall.domain.id.Ids;
import cn.wuyouhall.domain.journal.StationJournal;
import cn.wuyouhall.domain.journal.StationJournal.Draft;
import cn.wuyouhall.domain.journal.StationJournal.StateRow;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Requests to the hall database with their ids, each stored in the journal before it is sent.
 *
 * <p>As long as the hall has not answered, the same wish keeps its id, so that a repeated tap or a
 * lost reply makes no second ticket and no second call. What was answered is forgotten with the
 * next request's entry, which saves a commit. What is still open at start-up was cut by a crash:
 * {@link #interrupted()} names it.
 */
final class Requests {
  private static final String STATE = "request";

  private final StationJournal journal;
  private final Ids ids;
  private final InstantSource clock;
  private final Map<String, UUID> open = new HashMap<>();
  private final List<StateRow> answered = new ArrayList<>();

  Requests(StationJournal journal, Ids ids, InstantSource clock) {
    this.journal = journal;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * The id under which this wish goes out: a new stored one, or that of the same wish not answered
   * yet.
   */
  synchronized UUID begin(String kind, String wish) {
    UUID known = open.get(wish);
    if (known != null) {
      return known;
    }
    UUID id = ids.next();
    byte[] body = wish.getBytes(StandardCharsets.UTF_8);
    List<StateRow> state = new ArrayList<>(answered);
    state.add(new StateRow(STATE, id.toString(), body));
    journal.append(new Draft(id, kind, 1, body, state, false), clock.instant());
    answered.clear();
    open.put(wish, id);
    return id;
  }

  /** The hall answered this wish. */
  synchronized void answered(String wish) {
    UUID id = open.get(wish);
    if (id != null) {
      begun(wish);
      settled(id);
    }
  }

  /**
   * The hall answered this wish, and something is still owed under its id: the same wish is a new
   * one from now on, the id stays stored until {@link #settled}.
   */
  synchronized void begun(String wish) {
    open.remove(wish);
  }

  /** Nothing is owed under this id any more. */
  synchronized void settled(UUID id) {
    answered.add(new StateRow(STATE, id.toString(), new byte[0]));
  }

  /** Requests that a crash cut off, by id; then {@link #settleAll}. */
  synchronized List<UUID> interrupted() {
    return journal.states(STATE).stream().map(row -> UUID.fromString(row.id())).toList();
  }

  /**
   * Forgets what a crash cut off, once its fate is known: a ticket's by asking the hall, a call's
   * by what the window has now.
   */
  synchronized void settleAll() {
    for (UUID id : interrupted()) {
      answered.add(new StateRow(STATE, id.toString(), new byte[0]));
    }
  }
}
