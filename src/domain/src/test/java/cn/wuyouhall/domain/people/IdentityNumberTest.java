package cn.wuyouhall.domain.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import cn.wuyouhall.domain.people.IdentityNumber.Checked;
import cn.wuyouhall.domain.people.IdentityNumber.Fault;
import cn.wuyouhall.domain.people.IdentityNumber.Kind;
import cn.wuyouhall.domain.people.IdentityNumber.Sex;
import java.time.LocalDate;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdentityNumberTest {
  @ParameterizedTest
  @CsvSource({
    "11010519491231002X, CITIZEN, 1949-12-31, FEMALE",
    "11010519491231002x, CITIZEN, 1949-12-31, FEMALE",
    "１１０１０５１９４９１２３１００２Ｘ, CITIZEN, 1949-12-31, FEMALE",
    "110105 19491231 002X, CITIZEN, 1949-12-31, FEMALE",
    "932682198501010017, PERMANENT_RESIDENT, 1985-01-01, MALE",
    "911124198108030024, PERMANENT_RESIDENT, 1981-08-03, FEMALE",
    "CAN110078011402, PERMANENT_RESIDENT_OLD, , UNKNOWN",
  })
  void rightNumbers(String typed, Kind kind, LocalDate birth, Sex sex) {
    IdentityNumber number = IdentityNumber.of(typed).orElseThrow();
    assertEquals(kind, number.kind());
    assertEquals(Optional.ofNullable(birth), number.birth());
    assertEquals(sex, number.sex());
    assertEquals("IdentityNumber[" + kind + "]", number.toString());
  }

  @ParameterizedTest
  @CsvSource({"810000199408230021", "820000199408230021", "830000199408230021"})
  void residentsFromHongKongMacaoAndTaiwan(String numberWithAnyCheck) {
    String first = numberWithAnyCheck.substring(0, 17);
    String number = first + IdentityNumber.checkCharacter(first);
    assertEquals(Kind.HONG_KONG_MACAO_TAIWAN, IdentityNumber.of(number).orElseThrow().kind());
  }

  @ParameterizedTest
  @CsvSource({
    "'', SHAPE",
    "110105491231002, SHAPE",
    "11010519491231002Y, SHAPE",
    "1101051949123100XX, SHAPE",
    "CA110078011402, SHAPE",
    "000105194912310021, REGION",
    "810001199408230021, REGION",
    "990105194912310021, REGION",
    "110105194913310021, BIRTH",
    "110105194902300021, BIRTH",
    "110105000012310021, BIRTH",
    "110105194912310021, CHECK",
    "932682198501010018, CHECK",
  })
  void wrongNumbersSayWhatIsWrong(String typed, Fault fault) {
    assertEquals(new Checked.Wrong(fault), IdentityNumber.check(typed));
  }

  @Test
  void ageCountsFullYears() {
    IdentityNumber number = IdentityNumber.of("911124198108030024").orElseThrow();
    assertEquals(Optional.of(44), number.ageOn(LocalDate.of(2026, 8, 2)));
    assertEquals(Optional.of(45), number.ageOn(LocalDate.of(2026, 8, 3)));
    assertEquals(Optional.empty(), number.ageOn(LocalDate.of(1981, 8, 2)));
  }

  @Property(tries = 500)
  void oneWrongDigitIsAlwaysFound(
      @ForAll @IntRange(max = 16) int place, @ForAll @IntRange(min = 1, max = 9) int by) {
    char[] digits = "610829196503120417".toCharArray();
    String right = "61082919650312041";
    digits[17] = IdentityNumber.checkCharacter(right);
    digits[place] = (char) ('0' + (digits[place] - '0' + by) % 10);
    assertFalse(IdentityNumber.of(new String(digits)).isPresent());
  }
}
