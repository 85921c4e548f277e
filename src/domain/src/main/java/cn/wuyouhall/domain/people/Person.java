package cn.wuyouhall.domain.people;

/**
 * A person or organisation before the window. Personal data: encrypted in every file, masked on
 * anything public, never in a log; {@link #toString()} says nothing of it.
 *
 * @param name as on the document
 * @param idKind kind of document
 * @param idNumber its number, letters in upper case
 * @param phone contact number, blank when not given
 * @param organisation whether this is an organisation (法人) rather than a natural person
 */
public record Person(
    String name, IdKind idKind, String idNumber, String phone, boolean organisation) {
  @Override
  public String toString() {
    return "Person[" + idKind + "]";
  }
}
