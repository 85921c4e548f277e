package cn.wuyouhall.demo.check;

import cn.wuyouhall.demo.check.Book.Row;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Invitations, their outcomes, and the ratings of the province. */
final class RatingCheck {
  private static final Map<String, String> OUTCOMES =
      Map.of(
          "ANSWERED", "rated",
          "TIMED_OUT", "timed-out",
          "DECLINED", "declined",
          "NOT_ASKED", "not-asked");

  private final Books books;
  private final Notebook notes;
  private final Map<String, Row> invitations;
  private final Map<String, Row> outcomes;
  private final Map<String, Row> parcels;

  RatingCheck(Books books, Notebook notes) {
    this.books = books;
    this.notes = notes;
    invitations = by("id", books.hall("SELECT * FROM rating_invitation"));
    outcomes = by("invitation_id", books.hall("SELECT * FROM rating_outcome"));
    parcels = by("id", books.hall("SELECT * FROM outbox WHERE kind = 'RATING'"));
  }

  static Map<String, Row> by(String column, List<Row> rows) {
    Map<String, Row> map = new HashMap<>();
    rows.forEach(row -> map.put(row.text(column), row));
    return map;
  }

  void run() {
    invitations();
    outcomes();
    province();
    pads();
  }

  private void invitations() {
    Set<String> served = new HashSet<>();
    books
        .hall("SELECT visit_id FROM ticket_event WHERE to_state = 'SERVING'")
        .forEach(event -> served.add(event.text("visit_id")));
    Map<String, Long> asked =
        invitations.values().stream()
            .filter(invitation -> invitation.text("stage").equals("visit"))
            .collect(Collectors.groupingBy(i -> i.text("visit_id"), Collectors.counting()));
    Set<String> visits = new HashSet<>();
    for (Row visit : books.hall("SELECT * FROM visit")) {
      String id = visit.text("id");
      visits.add(id);
      notes.see(
          Rule.INVITATIONS,
          visit.has("started_at") == served.contains(id),
          "visit %s: what it was and its history differ about whether it was served",
          id);
      long due = served.contains(id) && visit.has("ended_at") ? 1 : 0;
      notes.see(
          Rule.INVITATIONS,
          asked.getOrDefault(id, 0L) == due,
          "visit %s has %d invitations and is due %d",
          id,
          asked.getOrDefault(id, 0L),
          due);
    }
    invitations.forEach((id, invitation) ->
        notes.see(
            Rule.INVITATIONS,
            visits.contains(invitation.text("visit_id")),
            "invitation %s is of no visit",
            id));
  }

  private void outcomes() {
    invitations.forEach((id, invitation) -> {
      boolean ended = invitation.number("ended") == 1;
      notes.see(
          Rule.INVITATIONS,
          ended == outcomes.containsKey(id),
          "invitation %s is %s and has %s outcome",
          id,
          ended ? "ended" : "open",
          outcomes.containsKey(id) ? "an" : "no");
      if (!ended) {
        notes.note(Rule.INVITATIONS, "still open: invitation %s", id);
      }
    });
    outcomes.forEach((id, outcome) -> {
      notes.see(Rule.INVITATIONS, invitations.containsKey(id), "outcome of no invitation %s", id);
      if (outcome.text("outcome").equals("ANSWERED")) {
        Row parcel = parcels.get(outcome.text("journal_id"));
        notes.see(
            Rule.GRADES_SEALED,
            parcel != null && parcel.has("frozen"),
            "the answer to invitation %s has no sealed body",
            id);
        notes.see(
            Rule.GRADES_SEALED,
            parcel == null || !parcel.text("state").equals("REFUSED"),
            "the province refused the answer to invitation %s",
            id);
      }
    });
  }

  private void province() {
    Map<String, Row> there = by("rating_id", books.province("SELECT * FROM ratings"));
    outcomes.forEach((id, outcome) -> {
      Row parcel = parcels.get(outcome.text("journal_id"));
      boolean waits = parcel != null && parcel.text("state").equals("WAITING");
      if (waits && !there.containsKey(id)) {
        notes.note(Rule.RATINGS, "not at the province yet: rating of invitation %s", id);
        return;
      }
      Row rating = there.get(id);
      Row invitation = invitations.get(id);
      notes.see(Rule.RATINGS, rating != null, "rating of invitation %s is not there", id);
      if (rating != null && invitation != null) {
        same(outcome, invitation, rating);
      }
    });
    Set<String> subjects = new HashSet<>();
    there.forEach((id, rating) -> {
      notes.see(Rule.RATINGS, outcomes.containsKey(id), "the province has rating %s, we not", id);
      String subject =
          String.join(
              " ",
              rating.text("subject_type"),
              rating.text("subject_id"),
              rating.text("stage"),
              rating.text("round"));
      notes.see(Rule.RATINGS, subjects.add(subject), "rated twice: %s", subject);
    });
  }

  private void same(Row outcome, Row invitation, Row rating) {
    boolean same =
        rating.text("outcome").equals(OUTCOMES.get(outcome.text("outcome")))
            && rating.text("subject_id").equals(invitation.text("visit_id"))
            && rating.text("stage").equals(invitation.text("stage"))
            && rating.number("round") == invitation.number("round")
            && rating.number("window") == invitation.number("window_no")
            && rating.text("idempotency_key").equals(outcome.text("journal_id"));
    notes.see(
        Rule.RATINGS,
        same,
        "rating of invitation %s is another one at the province",
        invitation.text("id"));
  }

  /** What the pads wrote down against what the hall has. */
  private void pads() {
    Map<String, Row> byEntry = by("journal_id", List.copyOf(outcomes.values()));
    Set<String> entries = new HashSet<>();
    for (Row entry :
        books.journals(
            "SELECT j.id, d.state FROM journal j LEFT JOIN delivery d ON d.seq = j.seq"
                + " WHERE j.kind = 'rating.ended'")) {
      entries.add(entry.text("id"));
      boolean known = byEntry.containsKey(entry.text("id"));
      notes.see(
          Rule.RATINGS,
          known || entry.text("state").equals("WAITING"),
          "entry %s of a pad is marked %s and the hall has it not",
          entry.text("id"),
          entry.text("state"));
    }
    byEntry
        .keySet()
        .forEach(id ->
            notes.see(Rule.RATINGS, entries.contains(id), "no pad wrote down the outcome %s", id));
  }
}
