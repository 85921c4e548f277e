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
   * @param place where the ticket stands in its queue
   * @param code shown small, for the guide; blank for none
   */
  record Trouble(
      Kind kind, String number, Optional<LocalTime> opens, Optional<Place> place, String code)
      implements Page {
    /** With nothing to say but its kind, and a code. */
    Trouble(Kind kind, String code) {
      this(kind, "", Optional.empty(), Optional.empty(), code);
    }
  }

  /** A place in a queue. */
  record Place(int ahead, WaitEstimate estimate) {}

  /** Where help is. */
  record Help() implements Page {}

  /** The page that tells what became of a wish for a number; {@code wanted} is what it was for. */
  static Page telling(IssueOutcome outcome, Optional<Item> wanted) {
    return switch (outcome) {
      case IssueOutcome.Issued(Ticket ticket, int ahead, WaitEstimate estimate) ->
          new Success(ticket, ahead, estimate, wanted);
      case IssueOutcome.DidPaperCome asked -> new AskPaper(asked, wanted);
      case IssueOutcome.NoPaper(Ticket _, String code) ->
          new Trouble("PAPER_OUT".equals(code) ? Kind.PAPER_OUT : Kind.NO_PAPER, code);
      case IssueOutcome.Unconfirmed(Ticket ticket, String code) ->
          new Trouble(
              Kind.UNCONFIRMED, ticket.number().shown(), Optional.empty(), Optional.empty(), code);
      case IssueOutcome.Closed(String _, Optional<LocalTime> opens) -> closed(opens);
      case IssueOutcome.AlreadyWaiting(Ticket ticket, int ahead, WaitEstimate estimate) ->
          new Trouble(
              Kind.ALREADY_WAITING,
              ticket.number().shown(),
              Optional.empty(),
              Optional.of(new Place(ahead, estimate)),
              "");
      case IssueOutcome.SecondTap() -> new Choose();
      case IssueOutcome.HallAway() -> new Trouble(Kind.HALL_AWAY, "");
      case IssueOutcome.NotSaved(String code) -> new Trouble(Kind.NOT_SAVED, code);
    };
  }

  /** A line gives out no numbers now. */
  static Page closed(Optional<LocalTime> opens) {
    return new Trouble(
        opens.isPresent() ? Kind.CLOSED_UNTIL : Kind.CLOSED, "", opens, Optional.empty(), "");
  }

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

    /** Whether it is about a line that gives out no numbers now. */
    boolean isClosed() {
      return this == CLOSED || this == CLOSED_UNTIL;
    }
  }
}
