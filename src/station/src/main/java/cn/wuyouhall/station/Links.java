package cn.wuyouhall.station;

import cn.wuyouhall.domain.devices.DeviceState;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * How this station stands with everything it depends on: what the status bar shows.
 *
 * @param hallThere whether the hall database answers
 * @param platformAwaySince since when the platform has not answered; empty while it does
 * @param toHall entries saved here that the hall does not have yet
 * @param toProvince parcels the hall owes the province
 * @param refused parcels and entries refused for good, to be seen to by a person
 * @param devices state by kind ({@code ticket-printer}, {@code id-reader} …) in the order of the
 *     settings
 */
public record Links(
    boolean hallThere,
    Optional<Instant> platformAwaySince,
    int toHall,
    int toProvince,
    int refused,
    Map<String, DeviceState> devices) {
  public Links {
    devices = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(devices));
  }
}
