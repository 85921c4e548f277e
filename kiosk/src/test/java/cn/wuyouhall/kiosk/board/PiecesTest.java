package cn.wuyouhall.kiosk.board;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class PiecesTest {
  private static List<String> pieces(String text, int most) {
    return Pieces.of(text, Locale.ENGLISH, piece -> piece.length() <= most);
  }

  @Test
  void whatFitsIsOnePiece() {
    assertEquals(List.of("Elderly people first."), pieces("Elderly people first.", 21));
    assertEquals(List.of(), pieces("", 21));
  }

  @Test
  void whatDoesNotFitIsCutBetweenWordsAndNothingIsLost() {
    assertEquals(List.of("Elderly people", "first."), pieces("Elderly people first.", 20));
    assertEquals(List.of("Elderly", "people", "first."), pieces("Elderly people first.", 3));
  }

  @Test
  void chineseIsCutBetweenCharactersButNeverBeforeAStop() {
    assertEquals(List.of("少跑一", "趟。"), pieces("少跑一趟。", 4));
  }
}
