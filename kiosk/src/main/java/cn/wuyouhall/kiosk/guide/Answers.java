package cn.wuyouhall.kiosk.guide;

import cn.wuyouhall.domain.queue.Ticket;
import cn.wuyouhall.station.GuideTickets.Found;
import cn.wuyouhall.station.GuideTickets.Settled;
import cn.wuyouhall.station.IssueOutcome;
import cn.wuyouhall.ui.Texts;
import cn.wuyouhall.ui.controls.StatusStrip.Tone;
import java.util.Optional;

/** What the guide is told when a wish has its answer. Pure. */
final class Answers {
  private Answers() {}

  /** After a wish for a number, or for one in the place of {@code replaced}. */
  static Said to(Texts texts, IssueOutcome outcome, Optional<Ticket> replaced) {
    return switch (outcome) {
      case IssueOutcome.Issued done ->
          replaced
              .map(old -> quiet(texts.get("done.replaced", old.number(), done.ticket().number())))
              .orElse(Said.NOTHING);
      case IssueOutcome.DidPaperCome _ -> Said.NOTHING;
      case IssueOutcome.NoPaper(Ticket none, String code) ->
          bad(texts.get("issue.no-paper", none.number(), trouble(texts, code)));
      case IssueOutcome.Unconfirmed(Ticket unsure, _) ->
          warn(texts.get("issue.unconfirmed", unsure.number()));
      case IssueOutcome.AlreadyWaiting waiting -> warn(already(texts, waiting.ticket(), replaced));
      case IssueOutcome.Closed closed -> warn(GuideWords.opens(texts, closed.opens()));
      case IssueOutcome.SecondTap() -> quiet(texts.get("issue.second-tap"));
      case IssueOutcome.HallAway() -> warn(texts.get("why.away"));
      case IssueOutcome.NotSaved(String code) -> bad(texts.get("issue.not-saved", code));
    };
  }

  private static String already(Texts texts, Ticket there, Optional<Ticket> replaced) {
    if (replaced.filter(old -> old.id().equals(there.id())).isPresent()) {
      return texts.get("why.valid");
    }
    return replaced
        .map(old -> texts.get("issue.replaced-before", old.number(), there.number()))
        .orElseGet(() -> texts.get("issue.already", there.number()));
  }

  private static String trouble(Texts texts, String code) {
    return texts.has("device." + code) ? texts.get("device." + code) : code;
  }

  /** After a ticket was to be settled; {@code done} is the key for what was done. */
  static Said to(Texts texts, Settled outcome, String done) {
    return switch (outcome) {
      case Settled.Done(Ticket now) -> quiet(texts.get(done, now.number()));
      case Settled.Refused refused -> warn(texts.get("refused." + refused.reason()));
      case Settled.HallAway() -> warn(texts.get("why.away"));
      case Settled.NotSaved(String code) -> bad(texts.get("issue.not-saved", code));
    };
  }

  /** After a look-up. */
  static Said to(Texts texts, Found answer) {
    return switch (answer) {
      case Found.Tickets _ -> Said.NOTHING;
      case Found.Nothing() -> warn(texts.get("find.nothing"));
      case Found.NotUnderstood() -> warn(texts.get("find.not-understood"));
      case Found.HallAway() -> warn(texts.get("why.away"));
    };
  }

  static Said quiet(String text) {
    return new Said(Tone.QUIET, text);
  }

  static Said warn(String text) {
    return new Said(Tone.WARN, text);
  }

  static Said bad(String text) {
    return new Said(Tone.BAD, text);
  }
}
