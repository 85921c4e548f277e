package cn.wuyouhall.kiosk;

import cn.wuyouhall.domain.catalogue.Catalogue.Errand;
import cn.wuyouhall.domain.catalogue.Item;
import cn.wuyouhall.domain.queue.Ticket;
import cn.wuyouhall.domain.queue.WaitEstimate;
import cn.wuyouhall.station.IssueOutcome;
import java.time.LocalTime;
import java.util.Optional;

/** The pages of the kiosk; each answers one question. */
public sealed interface Page {
  /** Nobody is here. */
  record Idle() implements Page {}

  /** What do you come for? */
  record Choose() implements Page {}

  /** Which of the items of this errand? */
  record Items(Errand errand) implements Page {}

  /** Which item, by pinyin initials? */
  record Search() implements Page {}

  /** The number is being taken and printed. */
  record Printing() implements Page {}

  /** The paper is there. {@code item} is empty when only a line was chosen. */
  record Success(Ticket ticket, int ahead, WaitEstimate estimate, Optional<Item> item)
      implements Page {}

  /** Did the paper come? */
  record AskPaper(IssueOutcome.DidPaperCome asked, Optional<Item> item) implements Page {}

  /**
   * Something did not work.
   *
   * @param kind which sentences
   * @param number the ticket's number where there is one, else blank
   * @param opens when the line opens again
   * @param code shown small, for the guide; blank for none
   */
  record Trouble(Kind kind, String number, Optional<LocalTime> opens, String code)
      implements Page {}

  /** Where help is. */
  record Help() implements Page {}

  /** Kinds of trouble; each has {@code trouble.KIND.what|safe|todo} in the texts. */
  enum Kind {
    /** The printer has no paper. */
    PAPER_OUT,
    /** The printer does not work otherwise, and no paper came. */
    NO_PAPER,
    /** Nobody knows whether the paper came. */
    UNCONFIRMED,
    /** The line is closed or full today. */
    CLOSED,
    /** The line is closed and opens later today. */
    CLOSED_UNTIL,
    /** This person already has a number in this line. */
    ALREADY_WAITING,
    /** The hall database is away. */
    HALL_AWAY,
    /** This station's own disk does not take anything. */
    NOT_SAVED,
    /** The card cannot be read. */
    CARD,
    /** The card is of a kind this reader does not know. */
    CARD_FOREIGN,
    /** The card was taken away before it was read. */
    CARD_MOVED,
    /** A fault in the program. */
    FAILURE;

    /** Whether it is about the card on the reader. */
    boolean isCard() {
      return this == CARD || this == CARD_FOREIGN || this == CARD_MOVED;
    }
  }
}
