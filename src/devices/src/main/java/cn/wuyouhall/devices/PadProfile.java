package cn.wuyouhall.devices;

import cn.wuyouhall.domain.rating.Grade;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a pad on the bus is set to: {@code addr=01;keys=00,01,02,03,04}. The keys are the data bytes
 * of the grades, best first; a grade that the pad has no key for stays empty: {@code
 * keys=00,01,,02,03}. An empty profile is the sample pad: address 01, five keys 00 to 04.
 *
 * @param address on the bus
 * @param grades by the data byte of their key
 */
public record PadProfile(int address, Map<Integer, Grade> grades) {
  /** The sample pad. */
  public static final String USUAL = "addr=01;keys=00,01,02,03,04";

  public PadProfile {
    grades = Map.copyOf(grades);
  }

  /** Reads a profile; empty when it is none. */
  public static Optional<PadProfile> parse(String text) {
    Profile profile = Profile.of(text.isBlank() ? USUAL : text);
    int address = 1;
    Map<Integer, Grade> grades = new LinkedHashMap<>();
    for (Map.Entry<String, String> value : profile.values().entrySet()) {
      switch (value.getKey()) {
        case "addr" -> {
          OptionalInt number = Profile.hex(value.getValue());
          if (number.isEmpty()) {
            return Optional.empty();
          }
          address = number.getAsInt();
        }
        case "keys" -> {
          if (!readKeys(value.getValue(), grades)) {
            return Optional.empty();
          }
        }
        default -> {
          return Optional.empty();
        }
      }
    }
    if (grades.isEmpty()) {
      readKeys("00,01,02,03,04", grades);
    }
    return Optional.of(new PadProfile(address, grades));
  }

  private static boolean readKeys(String text, Map<Integer, Grade> grades) {
    String[] keys = text.split(",", -1);
    if (keys.length != Grade.values().length) {
      return false;
    }
    int next = 0;
    for (Grade grade : Grade.values()) {
      String key = keys[next].strip();
      next++;
      OptionalInt data = Profile.hex(key);
      boolean taken = data.isPresent() && grades.put(data.getAsInt(), grade) != null;
      if (taken || data.isEmpty() && !key.isEmpty()) {
        return false;
      }
    }
    return !grades.isEmpty();
  }
}
