package cn.wuyouhall.demo.check;

/**
 * Judges what a run of the hall left behind against what must always hold. A breach is named by
 * ids, numbers and file names only. Blocks for as long as reading takes; keeps nothing.
 */
public final class Checker {
  /** Examines the evidence. */
  public Verdict examine(Evidence evidence) {
    Notebook notes = new Notebook();
    try (Books books = new Books(evidence)) {
      new TicketCheck(books, notes).run();
      new MoveCheck(books, notes).run();
      new PaperCheck(books, notes, evidence.papers()).run();
      new RatingCheck(books, notes).run();
      new SealCheck(books, notes, evidence).run();
      new CaseCheck(books, notes).run();
      new OnceCheck(books, notes).run();
      new JournalCheck(books, notes).run();
      new IdCheck(books, notes).run();
    }
    new FileCheck(evidence, notes).run();
    return notes.verdict();
  }
}
