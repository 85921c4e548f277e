package cn.wuyouhall.station;

import cn.wuyouhall.domain.cases.MaterialMark;
import cn.wuyouhall.domain.hall.HallAccounts.Role;
import cn.wuyouhall.domain.id.Ids;
import cn.wuyouhall.domain.journal.StationJournal;
import cn.wuyouhall.domain.journal.StationJournal.Draft;
import cn.wuyouhall.domain.journal.StationJournal.StateRow;
import cn.wuyouhall.domain.people.IdKind;
import cn.wuyouhall.domain.people.Person;
import cn.wuyouhall.domain.work.BlockingWork;
import cn.wuyouhall.store.StoreException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Keeps what a clerk has entered and not yet accepted, so that neither Esc nor a crash loses it. A
 * draft is state of this station only: ciphertext, never sent, gone with the acceptance or when the
 * visit is ended without it. Blocks; any thread.
 */
public final class DraftKeeper {
  static final String DRAFT = "draft";
  private static final byte[] NOTHING_MORE = "{}".getBytes(StandardCharsets.UTF_8);

  private final StationJournal journal;
  private final CaseBook book;
  private final Ids ids;
  private final InstantSource clock;

  DraftKeeper(StationJournal journal, Ids ids, InstantSource clock) {
    this.journal = journal;
    this.book = new CaseBook(journal, new CaseJson());
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * A case as far as it was entered.
   *
   * @param caseId UUIDv7; the case keeps it
   * @param visit the visit it belongs to
   * @param applicant the applicant as entered so far; blank parts are not known yet
   * @param itemCode handling code of the item, once chosen
   * @param answers flag of each situation answered so far to whether it holds
   * @param marks material id to mark
   */
  public record Kept(
      UUID caseId,
      UUID visit,
      Person applicant,
      Optional<String> itemCode,
      Map<String, Boolean> answers,
      Map<String, MaterialMark> marks) {
    public Kept {
      // A draft kept before answers were has none: they are asked again.
      answers = answers == null ? Map.of() : Map.copyOf(answers);
      marks = Map.copyOf(marks);
    }
  }

  /** A new, empty draft of a visit. Does not block. */
  public Kept begin(UUID visit) {
    Person nobody = new Person("", IdKind.RESIDENT, "", "", false);
    return new Kept(ids.next(), visit, nobody, Optional.empty(), Map.of(), Map.of());
  }

  /**
   * Keeps a draft as it is now; one whose case was taken in meanwhile is left alone.
   *
   * @return the store's code when this station's disk does not take it, else empty
   */
  public synchronized Optional<String> keep(Session clerk, Kept draft) {
    BlockingWork.refuseOnUiThread();
    clerk.require(Role.CLERK);
    try {
      if (!book.has(draft.caseId())) {
        write(
            "draft.kept",
            List.of(new StateRow(DRAFT, draft.caseId().toString(), JournalJson.write(draft))));
      }
      return Optional.empty();
    } catch (StoreException notKept) {
      return Optional.of(notKept.code());
    }
  }

  /** The drafts of a visit, oldest first. */
  public List<Kept> of(Session clerk, UUID visit) {
    BlockingWork.refuseOnUiThread();
    clerk.require(Role.CLERK);
    return all().stream()
        .filter(draft -> draft.visit().equals(visit))
        .filter(draft -> !book.has(draft.caseId()))
        .toList();
  }

  /** The visit ended without them: its drafts are deleted. */
  public synchronized void forget(Session clerk, UUID visit) {
    BlockingWork.refuseOnUiThread();
    clerk.require(Role.CLERK);
    List<StateRow> gone = new ArrayList<>();
    for (Kept draft : all()) {
      if (draft.visit().equals(visit)) {
        gone.add(new StateRow(DRAFT, draft.caseId().toString(), new byte[0]));
      }
    }
    if (!gone.isEmpty()) {
      write("draft.forgotten", gone);
    }
  }

  private void write(String kind, List<StateRow> rows) {
    journal.append(new Draft(ids.next(), kind, 1, NOTHING_MORE, rows, false), clock.instant());
  }

  private List<Kept> all() {
    return journal.states(DRAFT).stream()
        .map(row -> JournalJson.read(row.body(), Kept.class))
        .toList();
  }
}
