package cn.wuyouhall.virtual.device;

import cn.wuyouhall.virtual.golden.GoldenFrames;
import java.util.ArrayList;
import java.util.List;

/**
 * What can be laid on the reader.
 *
 * @param name its name in the control commands
 * @param kind how it answers
 * @param text the 256-byte text block, empty where it cannot be read
 */
public record Card(String name, Kind kind, byte[] text) {
  /** How a card answers the reader. */
  public enum Kind {
    /** Reads as it should. */
    GOOD,
    /** Found and selected, but reading fails (SW3 41). */
    DAMAGED,
    /** A chip the reader finds but cannot select (SW3 81): a foreign card. */
    FOREIGN,
    /** A card that is none of ours: wrong card (SW3 40). */
    WRONG,
    /** Never found at all (SW3 80): a bank card, a phone. */
    INVISIBLE
  }

  private static final GoldenFrames CARDS = GoldenFrames.load("cards");

  public Card {
    text = text.clone();
  }

  @Override
  public byte[] text() {
    return text.clone();
  }

  /** The card of that name, or null when there is none. */
  public static Card named(String name) {
    return switch (name) {
      case "damaged" -> new Card(name, Kind.DAMAGED, new byte[0]);
      case "foreign" -> new Card(name, Kind.FOREIGN, new byte[0]);
      case "wrong" -> new Card(name, Kind.WRONG, new byte[0]);
      case "bank" -> new Card(name, Kind.INVISIBLE, new byte[0]);
      default -> CARDS.has(name) ? new Card(name, Kind.GOOD, CARDS.get(name)) : null;
    };
  }

  /** All names, the readable ones first. */
  public static List<String> names() {
    List<String> names = new ArrayList<>(CARDS.names());
    names.addAll(List.of("damaged", "foreign", "wrong", "bank"));
    return names;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Card card && card.name.equals(name);
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }

  @Override
  public String toString() {
    return "Card[" + name + "]";
  }
}
