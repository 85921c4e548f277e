package cn.wuyouhall.domain.people;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.wuyouhall.domain.people.Uscc.Fault;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsccTest {
  private static final String RIGHT = "91440300708461136T";

  @Test
  void rightCodes() {
    assertEquals(Optional.empty(), Uscc.fault(RIGHT));
    assertEquals(Optional.empty(), Uscc.fault(" 91440300 708461136t "));
    assertEquals(RIGHT, Uscc.tidy(" 91440300 708461136t "));
  }

  @ParameterizedTest
  @CsvSource({
    "9144030070846113, LENGTH",
    "91440300708461136I, CHARACTER",
    "9144030070846113ST, CHARACTER",
    "91440300708461137T, CHECK",
  })
  void wrongCodesSayWhatIsWrong(String typed, Fault fault) {
    assertEquals(Optional.of(fault), Uscc.fault(typed));
  }

  @ParameterizedTest
  @CsvSource({
    "91440300708461136T, 91440300708461136T",
    "http://www.gsxt.gov.cn/index.html?uniscid=91440300708461136t&x=1, 91440300708461136T",
    "名称:某公司;统一社会信用代码:91440300708461136T;, 91440300708461136T",
    "token-A791440300708461136TZZ-1, 91440300708461136T",
    "91440300708461137T 91440300708461136T, 91440300708461136T",
    "https://example.cn/q?id=91440300708461137T, ",
    "没有代码, ",
  })
  void aCodeIsFoundInAnyText(String text, String code) {
    assertEquals(Optional.ofNullable(code), Uscc.findIn(text));
  }
}
