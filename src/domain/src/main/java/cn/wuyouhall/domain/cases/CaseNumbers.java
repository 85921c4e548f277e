package cn.wuyouhall.domain.cases;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Our own numbers of cases and documents. The province gives a case its number too; ours is the one
 * on paper from the first minute, connected or not.
 *
 * <p>A case: region (6) + day (yyyyMMdd) + station code (2 to 4 letters and digits) + sequence of
 * the station's day (4) + check, as in {@code 61082920260302C030007K}. A document: two letters of
 * its kind, the case's number without its check, two digits that count the case's documents, and a
 * check of its own; 30 characters at most. The check is ISO/IEC 7064 MOD 37,36 over digits and
 * capital letters: it finds every single wrong character and nearly every exchange of two
 * neighbours.
 */
public final class CaseNumbers {
  private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  private static final int MODULUS = 36;
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuuMMdd");
  private static final Pattern CASE =
      Pattern.compile("(\\d{6})(\\d{8})([0-9A-Z]{2,4})(\\d{4})[0-9A-Z]");
  private static final Pattern DOCUMENT =
      Pattern.compile("([A-Z]{2})(\\d{14}[0-9A-Z]{2,4}\\d{4})(\\d{2})[0-9A-Z]");

  private CaseNumbers() {}

  /** A case's number taken apart. */
  public record CaseNumber(String region, LocalDate day, String station, int sequence) {}

  /** A document's number taken apart; {@code caseNo} is whole, with its check. */
  public record DocumentNumber(String kind, String caseNo, int ordinal) {}

  /**
   * The number of a case.
   *
   * @param region six digits
   * @param day the business day
   * @param stationCode see {@link #stationCode}
   * @param sequence 1 to 9999, counted by the station each day
   */
  public static String caseNo(String region, LocalDate day, String stationCode, int sequence) {
    require(region.matches("\\d{6}"), "region");
    require(stationCode.matches("[0-9A-Z]{2,4}"), "station code");
    require(sequence >= 1 && sequence <= 9999, "sequence");
    return checked(region + DAY.format(day) + stationCode + "%04d".formatted(sequence));
  }

  /**
   * The number of a document of a case.
   *
   * @param kind two capital letters: SL acceptance, BZ correction, GZ one-time notice, RQ deferral
   *     …
   * @param ordinal 1 to 99 within the case
   */
  public static String documentNo(String kind, String caseNo, int ordinal) {
    require(kind.matches("[A-Z]{2}"), "kind");
    require(isRight(caseNo) && CASE.matcher(caseNo).matches(), "case number");
    require(ordinal >= 1 && ordinal <= 99, "ordinal");
    return checked(kind + caseNo.substring(0, caseNo.length() - 1) + "%02d".formatted(ordinal));
  }

  /** A case's number as typed or scanned; empty when it is not one of ours or was mistyped. */
  public static Optional<CaseNumber> parseCase(String typed) {
    String number = typed.strip().toUpperCase(Locale.ROOT);
    Matcher parts = CASE.matcher(number);
    if (!parts.matches() || !isRight(number)) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new CaseNumber(
              parts.group(1),
              LocalDate.parse(parts.group(2), DAY),
              parts.group(3),
              Integer.parseInt(parts.group(4))));
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }

  /** A document's number as typed or scanned; empty when it is not one of ours or was mistyped. */
  public static Optional<DocumentNumber> parseDocument(String typed) {
    String number = typed.strip().toUpperCase(Locale.ROOT);
    Matcher parts = DOCUMENT.matcher(number);
    if (!parts.matches() || !isRight(number)) {
      return Optional.empty();
    }
    return Optional.of(
        new DocumentNumber(
            parts.group(1), checked(parts.group(2)), Integer.parseInt(parts.group(3))));
  }

  /**
   * The short code of a station: the first letters of the words of its id and its number, two to
   * four characters. {@code clerk-03} gives {@code C03}, {@code village-chuankou-1} gives {@code
   * VC1}. Two stations of one hall may not share one: whoever sets a hall up checks that, and the
   * register refuses a number that is taken.
   */
  public static String stationCode(String stationId) {
    StringBuilder letters = new StringBuilder();
    StringBuilder digits = new StringBuilder();
    boolean begins = true;
    String id = stationId.toUpperCase(Locale.ROOT);
    for (int i = 0; i < id.length(); i++) {
      char c = id.charAt(i);
      if (c >= '0' && c <= '9') {
        digits.append(c);
        begins = true;
      } else if (c >= 'A' && c <= 'Z') {
        if (begins) {
          letters.append(c);
        }
        begins = false;
      } else {
        begins = true;
      }
    }
    String number = digits.substring(Math.max(0, digits.length() - 3));
    String code = letters.substring(0, Math.min(letters.length(), 4 - number.length())) + number;
    return code.length() < 2 ? ("X0" + code).substring(code.length()) : code;
  }

  /** Whether the last character of {@code number} is the check of those before it. */
  public static boolean isRight(String number) {
    String body = number.isEmpty() ? "" : number.substring(0, number.length() - 1);
    return !body.isEmpty()
        && body.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0)
        && checked(body).equals(number);
  }

  private static String checked(String body) {
    int product = MODULUS;
    for (int i = 0; i < body.length(); i++) {
      product = next(product, ALPHABET.indexOf(body.charAt(i)));
    }
    return body + ALPHABET.charAt((MODULUS + 1 - product) % MODULUS);
  }

  private static int next(int product, int value) {
    int sum = (product + value) % MODULUS;
    return (sum == 0 ? MODULUS : sum) * 2 % (MODULUS + 1);
  }

  private static void require(boolean holds, String what) {
    if (!holds) {
      throw new IllegalArgumentException("a case number cannot be made of this " + what);
    }
  }
}
