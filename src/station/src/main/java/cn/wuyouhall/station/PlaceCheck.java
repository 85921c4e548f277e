package cn.wuyouhall.station;

import cn.wuyouhall.domain.cases.CaseNumbers;
import cn.wuyouhall.domain.hall.HallRules;
import cn.wuyouhall.station.settings.Settings;
import cn.wuyouhall.station.settings.Settings.Role;
import cn.wuyouhall.store.hall.HallStations;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whether there is a place for this station in its hall: its window, the device it cannot do
 * without, case numbers of its own.
 */
record PlaceCheck(Settings settings, HallRules rules, HallStations stations) {
  private static final Set<String> TAKE_CASES = Set.of(Role.CLERK.name(), Role.VILLAGE.name());

  /**
   * Looks.
   *
   * @throws StationRefused NO_SUCH_WINDOW, NO_DEVICE, SAME_CODE
   */
  void run() {
    int window = settings.station().window();
    if (window != 0 && rules.window(window).isEmpty()) {
      throw refused("NO_SUCH_WINDOW", window);
    }
    Map<Role, String> needed =
        Map.of(Role.KIOSK, "ticket-printer", Role.GUIDE, "ticket-printer", Role.PAD, "rating-pad");
    String kind = needed.get(settings.station().role());
    if (kind != null && settings.devices().stream().noneMatch(d -> d.spec().kind().equals(kind))) {
      throw refused("NO_DEVICE", kind);
    }
    String code = CaseNumbers.stationCode(settings.station().id());
    stations.stations().stream()
        .filter(other -> takesCases() && TAKE_CASES.contains(other.role()))
        .filter(other -> !other.station().equals(settings.station().id()))
        .filter(other -> CaseNumbers.stationCode(other.station()).equals(code))
        .findFirst()
        .ifPresent(other -> {
          throw refused("SAME_CODE", other.station(), code);
        });
  }

  private boolean takesCases() {
    return TAKE_CASES.contains(settings.station().role().name());
  }

  private static StationRefused refused(String code, Object... details) {
    return new StationRefused(code, List.of(details), null);
  }
}
