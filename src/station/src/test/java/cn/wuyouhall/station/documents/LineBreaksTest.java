package cn.wuyouhall.station.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineBreaksTest {
  private static List<String> lines(String text) throws IOException {
    return LineBreaks.of(text, 8, String::length);
  }

  @Test
  void chineseBreaksAnywhereButNotBeforeAClosingSign() throws IOException {
    assertEquals(List.of("一二三四五六七八", "九十"), lines("一二三四五六七八九十"));
    assertEquals(List.of("一二三四五六七", "八，九"), lines("一二三四五六七八，九"));
    assertEquals(List.of("一二三四五六七", "《八》"), lines("一二三四五六七《八》"));
  }

  @Test
  void numbersAndWordsStayWhole() throws IOException {
    assertEquals(List.of("截止于", "20261207"), lines("截止于20261207"));
    assertEquals(List.of(""), lines(""));
  }

  @Test
  void aWordWiderThanTheLineIsBrokenInside() throws IOException {
    assertEquals(List.of("公司", "ABCDEFGH", "IJKLMNOP", "Q公司"), lines("公司ABCDEFGHIJKLMNOPQ公司"));
  }
}
