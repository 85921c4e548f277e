package cn.wuyouhall.domain.people;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The number of a resident's document, checked: citizens (GB 11643), residents from Hong Kong,
 * Macao and Taiwan, and foreign permanent residents by both patterns. Personal data; {@link
 * #toString()} does not show it.
 *
 * @param number upper case, without spaces
 * @param kind whose document it is
 * @param birth day of birth; empty in the old pattern of permanent residents, which does not hold
 *     it whole
 * @param sex by the last digit of the serial; unknown in that old pattern
 */
public record IdentityNumber(String number, Kind kind, Optional<LocalDate> birth, Sex sex) {
  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  private static final String CHECKS = "10X98765432";
  private static final Pattern EIGHTEEN = Pattern.compile("\\d{17}[\\dX]");
  private static final Pattern OLD_PERMANENT = Pattern.compile("[A-Z]{3}\\d{12}");
  private static final Pattern BIRTH = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
  private static final Set<String> PROVINCES =
      Set.of(
          "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37",
          "41", "42", "43", "44", "45", "46", "50", "51", "52", "53", "54", "61", "62", "63", "64",
          "65", "71");
  private static final Set<String> RESIDENCE_PERMITS = Set.of("810000", "820000", "830000");
  private static final LocalDate EARLIEST = LocalDate.of(1880, 1, 1);

  /** Whose document a number belongs to. */
  public enum Kind {
    /** 居民身份证. */
    CITIZEN,
    /** 港澳台居民居住证. */
    HONG_KONG_MACAO_TAIWAN,
    /** 外国人永久居留身份证 since 2023: 18 digits beginning with 9. */
    PERMANENT_RESIDENT,
    /**
     * The same before 2023: three letters and twelve digits, valid until they run out; it has no
     * check we know.
     */
    PERMANENT_RESIDENT_OLD
  }

  /** Sex as the number tells it. */
  public enum Sex {
    MALE,
    FEMALE,
    UNKNOWN
  }

  /** What a number typed or read turns out to be. */
  public sealed interface Checked {
    /** A number that is right in itself; whether such a document exists is another question. */
    record Right(IdentityNumber number) implements Checked {}

    /** Why it is not one. */
    record Wrong(Fault fault) implements Checked {}
  }

  /** Faults in the order in which they are looked for. */
  public enum Fault {
    /** Neither 18 nor 15 characters of either pattern. */
    SHAPE,
    /** It begins with no region that issues such documents. */
    REGION,
    /** The birth date in it does not exist. */
    BIRTH,
    /** The last character does not fit the others: mistyped. */
    CHECK
  }

  /** Checks a number as typed: full-width digits, a small x and spaces are forgiven. */
  public static Checked check(String typed) {
    String number = tidy(typed);
    if (OLD_PERMANENT.matcher(number).matches()) {
      return new Checked.Right(
          new IdentityNumber(number, Kind.PERMANENT_RESIDENT_OLD, Optional.empty(), Sex.UNKNOWN));
    }
    if (!EIGHTEEN.matcher(number).matches()) {
      return new Checked.Wrong(Fault.SHAPE);
    }
    Optional<Kind> kind = kind(number);
    if (kind.isEmpty()) {
      return new Checked.Wrong(Fault.REGION);
    }
    Optional<LocalDate> birth = birth(number.substring(6, 14));
    if (birth.isEmpty()) {
      return new Checked.Wrong(Fault.BIRTH);
    }
    if (checkCharacter(number.substring(0, 17)) != number.charAt(17)) {
      return new Checked.Wrong(Fault.CHECK);
    }
    Sex sex = (number.charAt(16) - '0') % 2 == 1 ? Sex.MALE : Sex.FEMALE;
    return new Checked.Right(new IdentityNumber(number, kind.get(), birth, sex));
  }

  /** The number, when {@code typed} is right in itself. */
  public static Optional<IdentityNumber> of(String typed) {
    return check(typed) instanceof Checked.Right right
        ? Optional.of(right.number())
        : Optional.empty();
  }

  /**
   * The check character of the first 17 digits (GB 11643, ISO 7064 MOD 11-2).
   *
   * @throws IllegalArgumentException when they are not 17 digits
   */
  public static char checkCharacter(String first17) {
    if (first17.length() != WEIGHTS.length
        || !first17.chars().allMatch(c -> c >= '0' && c <= '9')) {
      throw new IllegalArgumentException("17 digits are needed");
    }
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += WEIGHTS[i] * (first17.charAt(i) - '0');
    }
    return CHECKS.charAt(sum % 11);
  }

  /**
   * Full years of age on {@code day}; empty where the number does not hold the birth date, or it is
   * still to come.
   */
  public Optional<Integer> ageOn(LocalDate day) {
    return birth
        .filter(born -> !born.isAfter(day))
        .map(born -> Period.between(born, day).getYears());
  }

  /** The kind of identity document this is for the hall. */
  public IdKind idKind() {
    return switch (kind) {
      case CITIZEN, HONG_KONG_MACAO_TAIWAN -> IdKind.RESIDENT;
      case PERMANENT_RESIDENT, PERMANENT_RESIDENT_OLD -> IdKind.PERMANENT_RESIDENT;
    };
  }

  @Override
  public String toString() {
    return "IdentityNumber[" + kind + "]";
  }

  private static Optional<Kind> kind(String number) {
    if (number.charAt(0) == '9') {
      return PROVINCES.contains(number.substring(1, 3))
          ? Optional.of(Kind.PERMANENT_RESIDENT)
          : Optional.empty();
    }
    if (RESIDENCE_PERMITS.contains(number.substring(0, 6))) {
      return Optional.of(Kind.HONG_KONG_MACAO_TAIWAN);
    }
    return PROVINCES.contains(number.substring(0, 2))
        ? Optional.of(Kind.CITIZEN)
        : Optional.empty();
  }

  private static Optional<LocalDate> birth(String digits) {
    Matcher parts = BIRTH.matcher(digits);
    if (!parts.matches()) {
      return Optional.empty();
    }
    try {
      LocalDate day =
          LocalDate.of(
              Integer.parseInt(parts.group(1)),
              Integer.parseInt(parts.group(2)),
              Integer.parseInt(parts.group(3)));
      return day.isBefore(EARLIEST) ? Optional.empty() : Optional.of(day);
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }

  /** Full-width characters made narrow, spaces and hyphens dropped, letters upper case. */
  static String tidy(String typed) {
    StringBuilder tidy = new StringBuilder();
    typed
        .chars()
        .map(c -> c >= '\uFF01' && c <= '\uFF5E' ? c - 0xFEE0 : c)
        .filter(c -> c != '-' && !Character.isWhitespace(c) && !Character.isSpaceChar(c))
        .forEach(c -> tidy.append((char) c));
    return tidy.toString().toUpperCase(Locale.ROOT);
  }
}
