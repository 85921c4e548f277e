package cn.wuyouhall.devices.codec;

import cn.wuyouhall.domain.people.IdCard;
import cn.wuyouhall.domain.people.IdCard.CardType;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;

/**
 * The text block of an identity document: 256 bytes of UTF-16LE, padded with spaces, in one of four
 * layouts told apart by the character at byte 248: space 居民身份证, {@code J} 港澳台居民居住证, {@code I}
 * 外国人永久居留身份证 of the first pattern, {@code Y} of the 2023 pattern. Offsets and lengths as public
 * readers show them.
 */
public final class CardText {
  /** Length of the block in bytes. */
  public static final int LENGTH = 256;

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

  private CardText() {}

  /** What the block says. */
  public sealed interface Reading {
    /** A document. */
    record Understood(IdCard card) implements Reading {}

    /** A field holds what no such document can hold; names the field, never its content. */
    record Wrong(String field) implements Reading {}
  }

  /** Reads a block. */
  public static Reading read(byte[] block) {
    if (block.length != LENGTH) {
      return new Reading.Wrong("length");
    }
    try {
      return new Reading.Understood(
          switch (field(block, 248, 2)) {
            case "" -> resident(block, CardType.CITIZEN);
            case "J" -> resident(block, CardType.HONG_KONG_MACAO_TAIWAN);
            case "I" -> oldPermanentResident(block);
            case "Y" -> permanentResident(block);
            default -> throw new WrongField("type");
          });
    } catch (WrongField e) {
      return new Reading.Wrong(e.getMessage());
    }
  }

  private static IdCard resident(byte[] block, CardType type) throws WrongField {
    return new IdCard(
        type,
        filled("name", field(block, 0, 30)),
        "",
        sex(field(block, 30, 2)),
        type == CardType.CITIZEN ? field(block, 32, 4) : "",
        day("birth", field(block, 36, 16)),
        field(block, 52, 70),
        number(field(block, 122, 36), "\\d{17}[0-9X]"),
        field(block, 158, 30),
        day("validFrom", field(block, 188, 16)),
        until(field(block, 204, 16)));
  }

  private static IdCard oldPermanentResident(byte[] block) throws WrongField {
    String foreign = field(block, 0, 120);
    String chinese = field(block, 158, 30);
    return new IdCard(
        CardType.PERMANENT_RESIDENT_OLD,
        filled("name", chinese.isEmpty() ? foreign : chinese),
        foreign,
        sex(field(block, 120, 2)),
        "",
        day("birth", field(block, 220, 16)),
        "",
        number(field(block, 122, 30), "[A-Z]{3}\\d{12}"),
        field(block, 240, 8),
        day("validFrom", field(block, 188, 16)),
        until(field(block, 204, 16)));
  }

  private static IdCard permanentResident(byte[] block) throws WrongField {
    // The foreign name goes on in a second field, without a blank where it was cut.
    String foreign = (text(block, 52, 70) + text(block, 220, 22)).strip();
    String chinese = field(block, 0, 30);
    return new IdCard(
        CardType.PERMANENT_RESIDENT,
        filled("name", chinese.isEmpty() ? foreign : chinese),
        foreign,
        sex(field(block, 30, 2)),
        "",
        day("birth", field(block, 36, 16)),
        "",
        number(field(block, 122, 36), "\\d{17}[0-9X]"),
        "",
        day("validFrom", field(block, 188, 16)),
        until(field(block, 204, 16)));
  }

  private static String text(byte[] block, int offset, int length) {
    return new String(block, offset, length, StandardCharsets.UTF_16LE).replace('\0', ' ');
  }

  private static String field(byte[] block, int offset, int length) {
    return text(block, offset, length).strip();
  }

  private static String filled(String field, String value) throws WrongField {
    if (value.isEmpty() || value.chars().anyMatch(Character::isISOControl)) {
      throw new WrongField(field);
    }
    return value;
  }

  private static String sex(String value) throws WrongField {
    return switch (value) {
      case "1", "2" -> value;
      case "0", "9", "" -> "";
      default -> throw new WrongField("sex");
    };
  }

  private static String number(String value, String pattern) throws WrongField {
    String upper = value.toUpperCase(Locale.ROOT);
    if (!upper.matches(pattern)) {
      throw new WrongField("number");
    }
    return upper;
  }

  private static LocalDate day(String field, String value) throws WrongField {
    try {
      return LocalDate.parse(value, DAY);
    } catch (DateTimeException e) {
      throw new WrongField(field);
    }
  }

  private static Optional<LocalDate> until(String value) throws WrongField {
    return value.equals("长期") ? Optional.empty() : Optional.of(day("validUntil", value));
  }

  /** Carries the field's name out of a reading; never leaves this class. */
  private static final class WrongField extends Exception {
    WrongField(String field) {
      super(field, null, false, false);
    }
  }
}
