package cn.wuyouhall.domain.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CaseNumbersTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

  @Test
  void theCheckIsThatOfTheStandard() {
    // The example of the Global Release Identifier standard, which uses the same scheme.
    assertTrue(CaseNumbers.isRight("A12425GABC1234002M"));
    assertFalse(CaseNumbers.isRight("A12425GABC1234002N"));
    assertFalse(CaseNumbers.isRight("A12425GABC1234002*"));
    assertFalse(CaseNumbers.isRight("M"));
    assertFalse(CaseNumbers.isRight(""));
  }

  @Test
  void aCaseAndItsDocumentCanBeReadBack() {
    String caseNo = CaseNumbers.caseNo("610829", DAY, "C03", 7);
    assertTrue(caseNo.startsWith("61082920260302C030007"), caseNo);
    assertEquals(22, caseNo.length());
    assertEquals(
        Optional.of(new CaseNumbers.CaseNumber("610829", DAY, "C03", 7)),
        CaseNumbers.parseCase(" " + caseNo.toLowerCase(java.util.Locale.ROOT)));
    String documentNo = CaseNumbers.documentNo("SL", caseNo, 1);
    assertEquals(
        Optional.of(new CaseNumbers.DocumentNumber("SL", caseNo, 1)),
        CaseNumbers.parseDocument(documentNo));
    assertTrue(
        CaseNumbers.documentNo("SL", CaseNumbers.caseNo("610829", DAY, "VC12", 9999), 99).length()
            <= 30);
  }

  @Test
  void whatIsNotOursIsRefused() {
    assertEquals(Optional.empty(), CaseNumbers.parseCase("A12425GABC1234002M"));
    assertEquals(Optional.empty(), CaseNumbers.parseCase(""));
    assertEquals(Optional.empty(), CaseNumbers.parseDocument("SL"));
    assertThrows(
        IllegalArgumentException.class, () -> CaseNumbers.caseNo("610829", DAY, "C03", 10_000));
  }

  @ParameterizedTest
  @CsvSource({
    "clerk-03, C03",
    "clerk-3, C3",
    "window03, W03",
    "village-chuankou-1, VC1",
    "guide-desk, GD",
    "clerk, 0C",
    "window-1234, W234",
    "a-b-c-d-e-12, AB12",
    "'', X0",
  })
  void stationCodes(String id, String code) {
    assertEquals(code, CaseNumbers.stationCode(id));
  }

  @Property(tries = 500)
  void oneWrongCharacterIsAlwaysFound(
      @ForAll @IntRange(max = 21) int place, @ForAll @IntRange(min = 1, max = 35) int by) {
    String alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    StringBuilder number = new StringBuilder(CaseNumbers.caseNo("610829", DAY, "C03", 123));
    int wrong = (alphabet.indexOf(number.charAt(place)) + by) % 36;
    number.setCharAt(place, alphabet.charAt(wrong));
    assertFalse(CaseNumbers.isRight(number.toString()));
  }
}
