package cn.wuyouhall.station;

import cn.wuyouhall.domain.devices.RatingPad;
import cn.wuyouhall.domain.id.Ids;
import cn.wuyouhall.domain.journal.StationJournal;
import cn.wuyouhall.domain.journal.StationJournal.Draft;
import cn.wuyouhall.domain.journal.StationJournal.StateRow;
import cn.wuyouhall.domain.rating.Grade;
import cn.wuyouhall.domain.rating.Invitation;
import cn.wuyouhall.domain.rating.RatingBox;
import cn.wuyouhall.domain.rating.RatingOutcome;
import cn.wuyouhall.domain.rating.SealedGrade;
import cn.wuyouhall.store.StoreException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The job of the pad's process: asks after each served visit, seals the grade the moment it comes,
 * records absence as absence. Nobody at the window starts it, sees it or ends it. Driven by {@link
 * #turn()} from one thread; grades arrive on the pad's own thread and are sealed there.
 */
public final class AskForRating {
  private static final Logger LOG = LoggerFactory.getLogger(AskForRating.class);

  /**
   * An invitation older than this when the pad first sees it finds nobody at the counter any more.
   */
  private static final Duration STALE = Duration.ofMinutes(3);

  private final RatingBox box;
  private final RatingPad pad;
  private final StationJournal journal;
  private final Ids ids;
  private final InstantSource clock;
  private final BiFunction<Invitation, Grade, SealedGrade> seal;
  private final RatingJson json;
  private final int window;
  private final Duration timeout;
  private final Runnable carry;
  private Invitation asked;
  private Instant askedAt;
  private Owed owed;
  private boolean looked;

  AskForRating(
      RatingBox box,
      RatingPad pad,
      StationJournal journal,
      Ids ids,
      InstantSource clock,
      BiFunction<Invitation, Grade, SealedGrade> seal,
      RatingJson json,
      int window,
      Duration timeout,
      Runnable carry) {
    this.box = box;
    this.pad = pad;
    this.journal = journal;
    this.ids = ids;
    this.clock = clock;
    this.seal = seal;
    this.json = json;
    this.window = window;
    this.timeout = timeout;
    this.carry = carry;
    pad.onGrade(this::graded);
  }

  /**
   * Looks once: begins to ask, or gives up on an answer that did not come. Called every 50 ms of
   * real time or so.
   */
  public synchronized void turn() {
    if (owed != null) {
      keep();
      return;
    }
    Instant now = clock.instant();
    if (asked != null) {
      if (now.isBefore(askedAt)) {
        askedAt = now; // The clock was set back: the pad must not ask for as long.
      }
      if (!now.isBefore(askedAt.plus(timeout))) {
        pad.rest();
        end(RatingOutcome.TIMED_OUT, Optional.empty(), now);
      }
      return;
    }
    for (Invitation invitation : box.open(window)) {
      if (journal.state(RatingJson.STATE, invitation.id().toString()).isPresent()) {
        continue; // Ended here already; its delivery to the hall is on its way.
      }
      if (now.isAfter(invitation.madeAt().plus(STALE))) {
        asked = invitation;
        end(RatingOutcome.NOT_ASKED, Optional.empty(), now);
        if (owed != null) {
          return;
        }
      } else if (pad.ask()) {
        asked = invitation;
        askedAt = now;
        looked = true;
        // Last: a hall that is away now costs the window its "asked", never the citizen's answer.
        box.asking(invitation.id(), journal.identity().station(), now);
        return;
      } else {
        return; // The pad's line is away; asked again at the next turn, until the invitation is
        // stale.
      }
    }
    if (!looked) {
      looked = true;
      pad.rest(); // From now on a key is one pressed in passing.
    }
  }

  private synchronized void graded(Grade grade) {
    if (asked == null || owed != null) {
      return; // Nobody was asked, or it was answered: a key pressed in passing is not a rating.
    }
    end(RatingOutcome.ANSWERED, Optional.of(seal.apply(asked, grade)), clock.instant());
  }

  private void end(RatingOutcome outcome, Optional<SealedGrade> sealed, Instant now) {
    Invitation ended = asked;
    byte[] body = json.write(ended, outcome, sealed, now);
    owed =
        new Owed(
            new Draft(
                ids.next(),
                RatingJson.KIND,
                RatingJson.VERSION,
                body,
                List.of(new StateRow(RatingJson.STATE, ended.id().toString(), body)),
                true),
            now);
    keep();
  }

  /** Keeps what ended last; what the disk does not take stays owed and is tried at each turn. */
  private void keep() {
    try {
      journal.append(owed.entry, owed.at);
      owed = null;
      asked = null;
      carry.run();
    } catch (StoreException notKept) {
      if (!owed.said) {
        LOG.error("rating not kept, tried again [{}]", notKept.code());
        owed.said = true;
      }
    }
  }

  /** An end that is not in the journal yet: sealed, never open. */
  private static final class Owed {
    private final Draft entry;
    private final Instant at;
    private boolean said;

    Owed(Draft entry, Instant at) {
      this.entry = entry;
      this.at = at;
    }
  }
}
