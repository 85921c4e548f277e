package cn.wuyouhall.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class MasksTest {
  @Test
  void namesKeepTheirEnds() {
    assertEquals("张*", Masks.name("张三"));
    assertEquals("张*三", Masks.name("张小三"));
    assertEquals("欧**娜", Masks.name("欧阳安娜"));
    assertEquals("𠮷*", Masks.name("𠮷田"));
    assertEquals("J*** S****", Masks.name("John Smith"));
    assertEquals("", Masks.name(""));
  }

  @Test
  void numbersKeepWhatTellsThemApart() {
    assertEquals("610829********0017", Masks.idNumber("610829199001010017"));
    assertEquals("138****1234", Masks.phone("13800001234"));
    assertEquals("1*", Masks.phone("12"));
  }
}
