package cn.wuyouhall.devices;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;

/** A settings profile: {@code name=value} pairs between semicolons. */
record Profile(Map<String, String> values) {
  static Profile of(String text) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String pair : text.split(";", -1)) {
      if (!pair.isBlank()) {
        int equals = pair.indexOf('=');
        values.put(
            (equals < 0 ? pair : pair.substring(0, equals)).strip(),
            equals < 0 ? "" : pair.substring(equals + 1).strip());
      }
    }
    return new Profile(values);
  }

  /** A byte in hex, with or without a leading zero. */
  static OptionalInt hex(String text) {
    return text.matches("[0-9A-Fa-f]{1,2}")
        ? OptionalInt.of(Integer.parseInt(text, 16))
        : OptionalInt.empty();
  }
}
