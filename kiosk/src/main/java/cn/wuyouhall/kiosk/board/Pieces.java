package cn.wuyouhall.kiosk.board;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** A text in pieces that fit where they are shown, cut where a line may end. */
final class Pieces {
  private Pieces() {}

  /**
   * The pieces in order; a word that fits nowhere stands alone.
   *
   * @param fits whether a text fits in one piece
   */
  static List<String> of(String text, Locale locale, Predicate<String> fits) {
    List<String> pieces = new ArrayList<>();
    BreakIterator ends = BreakIterator.getLineInstance(locale);
    ends.setText(text);
    int from = 0;
    int last = 0;
    for (int end = ends.next(); end != BreakIterator.DONE; end = ends.next()) {
      if (last > from && !fits.test(text.substring(from, end).strip())) {
        pieces.add(text.substring(from, last).strip());
        from = last;
      }
      last = end;
    }
    if (last > from) {
      pieces.add(text.substring(from, last).strip());
    }
    return pieces;
  }
}
