package cn.wuyouhall.demo.check;

/** What must always hold, as far as files show it. */
public enum Rule {
  NUMBERS_ONCE("no number twice on a business day"),
  NUMBERS_WHOLE("numbers of a day follow each other without a gap"),
  ONE_WINDOW("no ticket at two windows, no window with two tickets, at any time"),
  STATES("every change of a ticket is one the table allows, and follows the one before"),
  REQUESTS("every request was written down before, and has one answer"),
  PAPERS("one paper a ticket, one ticket a paper"),
  PAPER_FORM("a paper has at most 400 bytes and ends with its one cut"),
  BALANCE("tickets = served + no-show + void + left (+ open)"),
  INVITATIONS("a visit that was served has one invitation, an ended invitation one outcome"),
  GRADES_SEALED("an answer is sealed, and no grade lies anywhere in clear"),
  RATINGS("ratings here = ratings the province has, one for each visit, stage and round"),
  CASES("cases here = cases in the hall = cases the province has, versions without a gap"),
  ONCE("what was sent to the province took effect there once"),
  JOURNALS("the chains of the journals are whole, and the heads the hall noted fit"),
  PERSONAL_DATA("no personal data in clear in any file"),
  DEADLINES("promised and legal days are those of the working calendar"),
  DAYS("business days only move forward"),
  IDS("ids are UUIDv7");

  private final String says;

  Rule(String says) {
    this.says = says;
  }

  /** The rule in a few words. */
  public String says() {
    return says;
  }
}
