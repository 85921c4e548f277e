package cn.wuyouhall.demo.sample;

/**
 * The codes of the sample catalogue. Bodies are invented, check characters are right.
 *
 * <p>USCC after GB 32100, organisation code after GB 11714; basic code of 12 = province, type,
 * department, main item, sub-item; implementation code of 31 = USCC, level, basic code; handling
 * code of 33 = that and two digits.
 */
final class SampleCodes {
  /** County level (行使层级). */
  static final String COUNTY = "4";

  static final String REGION = "610829";
  private static final String PROVINCE = "61";
  private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  private static final int[] ORGANISATION_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};

  private SampleCodes() {}

  /** The invented USCC of the department with this number; {@code kind} is its first two digits. */
  static String uscc(String kind, int number) {
    String body = kind + REGION + organisation(number);
    return body + usccCheck(body);
  }

  /** The check character of the first 17 characters of a USCC. */
  static char usccCheck(String body) {
    int sum = 0;
    int weight = 1;
    for (int i = 0; i < 17; i++) {
      sum += ALPHABET.indexOf(body.charAt(i)) * weight;
      weight = weight * 3 % 31;
    }
    return ALPHABET.charAt((31 - sum % 31) % 31);
  }

  static String basic(String type, String department, int main, int sub) {
    return "%s%s%s%03d%03d".formatted(PROVINCE, type, department, main, sub);
  }

  static String implementation(String uscc, String basic) {
    return uscc + COUNTY + basic;
  }

  static String handling(String implementation) {
    return implementation + "01";
  }

  private static String organisation(int number) {
    String body = "YB%06d".formatted((610829 + 7919 * number) % 1_000_000);
    int sum = 0;
    for (int i = 0; i < 8; i++) {
      sum += Character.digit(body.charAt(i), 36) * ORGANISATION_WEIGHTS[i];
    }
    int check = 11 - sum % 11;
    return body + (check == 10 ? "X" : check == 11 ? "0" : Integer.toString(check));
  }
}
