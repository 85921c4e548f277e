package cn.wuyouhall.domain.people;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskingTest {
  @ParameterizedTest
  @CsvSource({
    "'', ''",
    "张, *",
    "张三, 张*",
    "张小三, 张*三",
    "欧阳丽娜, 欧**娜",
    "𠮷野三, 𠮷*三",
    "阿卜杜拉·买买提, 阿******提",
    "John Smith, J*** S****",
    "  Zoë  Li, Z**  L*",
  })
  void names(String name, String masked) {
    assertEquals(masked, Masking.name(name));
  }

  @Test
  void anOrganisationIsPublic() {
    assertEquals(
        "吴堡县某某餐饮店", Masking.name(new Person("吴堡县某某餐饮店", IdKind.ORGANISATION, "x", "", true)));
    assertEquals("张*", Masking.name(new Person("张三", IdKind.RESIDENT, "x", "", false)));
  }

  @Test
  void numbers() {
    assertEquals("**************002X", Masking.number("11010519491231002X"));
    assertEquals("110105********002X", Masking.numberAtDesk("11010519491231002X"));
    assertEquals("****5678", Masking.number("E2345678"));
    assertEquals("*****", Masking.number("12345"));
    assertEquals("138****1234", Masking.phone("13800001234"));
    assertEquals("********6543", Masking.phone("0912-6546543"));
    assertEquals("", Masking.phone(""));
  }
}
