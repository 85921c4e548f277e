package cn.wuyouhall.domain.people;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What an ID-card reader read. The fingerprint is never read, the photo is not decoded.
 *
 * @param type which of the four layouts the card has
 * @param name Chinese name where the card has one, else the foreign name
 * @param foreignName foreign name, blank on cards without one
 * @param sex as coded on the card: "1" male, "2" female, blank unknown
 * @param nation ethnic group code of the card (01 汉), blank when it has none
 * @param birth day of birth
 * @param address as written, blank when it has none
 * @param number document number, upper case
 * @param issuer issuing authority
 * @param validFrom first day of validity
 * @param validUntil last day; empty for 长期
 */
public record IdCard(
    CardType type,
    String name,
    String foreignName,
    String sex,
    String nation,
    LocalDate birth,
    String address,
    String number,
    String issuer,
    LocalDate validFrom,
    Optional<LocalDate> validUntil) {
  /** The layouts of the text block, by the flag at offset 248. */
  public enum CardType {
    CITIZEN,
    HONG_KONG_MACAO_TAIWAN,
    PERMANENT_RESIDENT_OLD,
    PERMANENT_RESIDENT
  }

  /** Whether the card is still valid on {@code day}. */
  public boolean validOn(LocalDate day) {
    return !day.isBefore(validFrom) && validUntil.map(last -> !day.isAfter(last)).orElse(true);
  }

  /** The holder as a person before the window, without a phone number. */
  public Person holder() {
    IdKind kind =
        switch (type) {
          case CITIZEN, HONG_KONG_MACAO_TAIWAN -> IdKind.RESIDENT;
          case PERMANENT_RESIDENT_OLD, PERMANENT_RESIDENT -> IdKind.PERMANENT_RESIDENT;
        };
    return new Person(name, kind, number, "", false);
  }

  @Override
  public String toString() {
    return "IdCard[" + type + "]";
  }
}
