package cn.wuyouhall.station.settings;

import cn.wuyouhall.devices.DeviceSpec;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The settings of one station. What belongs to the hall (lines, windows, hours …) is not here but
 * in the hall database.
 *
 * @param hall whose hall this is
 * @param station this station
 * @param database the hall database's JDBC address; empty for the embedded one
 * @param hallData folder of the embedded hall database, shared by the stations of one machine
 * @param platform the provincial platform's address, without a slash at its end; empty for none
 * @param devices in the order of the file
 */
public record Settings(
    Hall hall,
    StationPart station,
    Optional<String> database,
    Path hallData,
    Optional<String> platform,
    List<DevicePart> devices) {
  public Settings {
    devices = List.copyOf(devices);
  }

  /**
   * The hall.
   *
   * @param name as shown until the hall's rules are read
   * @param region six digits
   * @param level county, town or village
   */
  public record Hall(String name, String region, String level) {}

  /**
   * The station.
   *
   * @param id unique in the hall, ASCII letters, digits and hyphens
   * @param role what it is
   * @param window its window's number, 0 where it has none
   * @param data its own folder
   * @param language what its screen begins in: Simplified Chinese or English
   */
  public record StationPart(String id, Role role, int window, Path data, Locale language) {}

  /** What a station is. */
  public enum Role {
    KIOSK,
    GUIDE,
    CLERK,
    BOARD,
    PAD,
    VILLAGE
  }

  /**
   * A device.
   *
   * @param spec as the device module opens it
   * @param at the line of the file it begins on
   */
  public record DevicePart(DeviceSpec spec, int at) {}
}
