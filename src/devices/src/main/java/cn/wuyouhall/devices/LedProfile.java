package cn.wuyouhall.devices;

import cn.wuyouhall.devices.codec.StripLedCodec;
import cn.wuyouhall.devices.codec.StripLedCodec.Checksum;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Settings of a window's LED strip: {@code addr=01;chk=sum} (or {@code xor}, {@code crc16}). */
final class LedProfile {
  private LedProfile() {}

  /** Reads a profile; empty when it is none. */
  static Optional<StripLedCodec> parse(String text) {
    int address = 1;
    Checksum checksum = Checksum.SUM;
    for (Map.Entry<String, String> value : Profile.of(text).values().entrySet()) {
      switch (value.getKey()) {
        case "addr" -> {
          OptionalInt number = Profile.hex(value.getValue());
          if (number.isEmpty()) {
            return Optional.empty();
          }
          address = number.getAsInt();
        }
        case "chk" -> {
          switch (value.getValue().toLowerCase(Locale.ROOT)) {
            case "sum" -> checksum = Checksum.SUM;
            case "xor" -> checksum = Checksum.XOR;
            case "crc16" -> checksum = Checksum.CRC16;
            default -> {
              return Optional.empty();
            }
          }
        }
        default -> {
          return Optional.empty();
        }
      }
    }
    return Optional.of(new StripLedCodec(address, checksum));
  }
}
