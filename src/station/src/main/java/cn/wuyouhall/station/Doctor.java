package cn.wuyouhall.station;

import cn.wuyouhall.devices.DeviceTimes;
import cn.wuyouhall.devices.Devices;
import cn.wuyouhall.domain.devices.Device;
import cn.wuyouhall.domain.devices.DeviceState;
import cn.wuyouhall.domain.hall.HallRules;
import cn.wuyouhall.domain.journal.StationJournal.Verification;
import cn.wuyouhall.domain.queue.HallUnavailable;
import cn.wuyouhall.domain.time.HallTime;
import cn.wuyouhall.domain.work.BlockingWork;
import cn.wuyouhall.platform.Limits;
import cn.wuyouhall.platform.PlatformClient;
import cn.wuyouhall.platform.Reading;
import cn.wuyouhall.platform.contract.Health;
import cn.wuyouhall.station.data.CalendarFiles;
import cn.wuyouhall.station.settings.Settings;
import cn.wuyouhall.store.StoreException;
import cn.wuyouhall.store.StoreRefused;
import cn.wuyouhall.store.crypto.StationKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Looks over everything a station needs and says what is wrong in words a technician can act on.
 * Changes nothing; devices are opened for a few seconds unless the station is running. Blocks.
 */
public final class Doctor {
  private static final Duration DEVICE_PATIENCE = Duration.ofSeconds(6);
  private static final long LOW_MEGABYTES = 500;

  private final Settings settings;
  private final Surroundings around;
  private final List<Finding> findings = new ArrayList<>();

  private Doctor(Settings settings, Surroundings around) {
    this.settings = settings;
    this.around = around;
  }

  /** How bad a finding is. */
  public enum Severity {
    FINE,
    /** Work goes on, but it wants attention. */
    ATTENTION,
    /** The station cannot do its work. */
    WRONG
  }

  /**
   * One finding.
   *
   * @param severity how bad
   * @param key key of its sentence, in the texts {@code cli} ({@code doctor.…}), {@code codes}
   *     ({@code store.…}) or {@code common} ({@code device.…}, {@code failure.…})
   * @param arguments what the sentence names
   */
  public record Finding(Severity severity, String key, List<Object> arguments) {}

  /** Looks over the station of these settings. */
  public static List<Finding> examine(Settings settings, Surroundings around) {
    BlockingWork.refuseOnUiThread();
    Doctor doctor = new Doctor(settings, around);
    doctor.machine();
    if (doctor.folder()) {
      doctor.stores();
    }
    doctor.calendar();
    doctor.platform();
    return doctor.findings;
  }

  private void add(Severity severity, String key, Object... arguments) {
    findings.add(new Finding(severity, key, List.of(arguments)));
  }

  private void machine() {
    add(Severity.FINE, "doctor.settings");
    add(Severity.FINE, "doctor.java", Runtime.version().toString());
  }

  private boolean folder() {
    Path data = settings.station().data();
    try {
      Files.createDirectories(data);
      Path probe = Files.createTempFile(data, "doctor", ".tmp");
      Files.delete(probe);
      long megabytes = Files.getFileStore(data).getUsableSpace() / 1_000_000;
      add(Severity.FINE, "doctor.data", data);
      if (megabytes < LOW_MEGABYTES) {
        add(Severity.ATTENTION, "doctor.disk-low", megabytes);
      }
      return true;
    } catch (IOException notWritable) {
      add(Severity.WRONG, "doctor.data-not-writable", data);
      return false;
    }
  }

  private void stores() {
    try {
      StationKey.open(settings.station().data());
      add(Severity.FINE, "doctor.key");
    } catch (StoreException refused) {
      store(refused);
      devices();
      return;
    }
    try (HallOffice office = HallOffice.open(settings, around)) {
      Optional<HallRules> rules = office.rules();
      if (rules.isEmpty()) {
        add(Severity.WRONG, "start.NO_RULES");
      } else {
        add(Severity.FINE, "doctor.hall", rules.get().version());
        int window = settings.station().window();
        if (window != 0 && rules.get().window(window).isEmpty()) {
          add(Severity.WRONG, "start.NO_SUCH_WINDOW", window);
        }
      }
      ratings(office);
    } catch (StoreException failure) {
      store(failure);
    } catch (HallUnavailable away) {
      hallAway(away);
    }
    journal();
  }

  private void ratings(HallOffice office) {
    if (settings.platform().isPresent() && !office.knowsProvinceKey()) {
      add(Severity.ATTENTION, "doctor.no-rating-key");
    }
    int closed = office.gradesNotForwarded();
    if (closed > 0) {
      add(Severity.ATTENTION, "doctor.grades-not-forwarded", closed);
    }
  }

  private void journal() {
    if (!Files.exists(settings.station().data().resolve("journal.db"))) {
      devices();
      return;
    }
    try {
      switch (new KeepJournal(settings, around).verify()) {
        case Verification.Whole whole -> add(Severity.FINE, "doctor.journal", whole.entries());
        case Verification.Broken broken ->
            add(Severity.WRONG, "doctor.journal-broken", broken.seq(), broken.code());
      }
    } catch (StoreException failure) {
      store(failure);
    } catch (HallUnavailable away) {
      hallAway(away);
    }
    if (KeepJournal.isInUse(settings)) {
      add(Severity.FINE, "doctor.running");
    } else {
      devices();
    }
  }

  private void hallAway(HallUnavailable away) {
    if (away.getCause() instanceof StoreException failure) {
      store(failure);
    } else {
      add(Severity.WRONG, "hall.away");
    }
  }

  private void store(StoreException failure) {
    if (failure instanceof StoreRefused refused) {
      add(Severity.WRONG, "store." + refused.code(), refused.path(), refused.detail().orElse(""));
    } else {
      add(Severity.WRONG, "store." + failure.code(), "", "");
    }
  }

  private void devices() {
    var specs = settings.devices().stream().map(Settings.DevicePart::spec).toList();
    if (!(Devices.open(specs, Devices.Surroundings.ofThisMachine(around.clock(), DeviceTimes.USUAL))
        instanceof Devices.Opening.Opened(Devices opened))) {
      return; // Their settings are wrong, which was said when the file was read.
    }
    try (opened) {
      CountDownLatch settled = new CountDownLatch(opened.all().size());
      Map<String, Boolean> counted = new ConcurrentHashMap<>();
      opened
          .all()
          .forEach((kind, device) ->
              device.onState(state -> {
                if (state.health() != DeviceState.Health.AWAY
                    && counted.putIfAbsent(kind, true) == null) {
                  settled.countDown();
                }
              }));
      settled.await(DEVICE_PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      opened.all().forEach(this::device);
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
  }

  private void device(String kind, Device device) {
    DeviceState state = device.state();
    switch (state.health()) {
      case GOOD -> add(Severity.FINE, "doctor.device", kind, "device.health.GOOD");
      case ATTENTION -> add(Severity.ATTENTION, "doctor.device", kind, "device." + state.code());
      case AWAY -> add(Severity.WRONG, "doctor.device", kind, "device." + state.code());
    }
  }

  private void calendar() {
    int year = HallTime.day(around.clock().instant()).getYear();
    for (int needed : new int[] {year, year + 1}) {
      if (!CalendarFiles.published().knows(needed)) {
        add(Severity.ATTENTION, "doctor.clock-year", needed);
      }
    }
  }

  private void platform() {
    if (settings.platform().isEmpty()) {
      add(Severity.ATTENTION, "doctor.no-platform");
      return;
    }
    String url = settings.platform().get();
    try (PlatformClient client = new PlatformClient(url, Limits.USUAL)) {
      switch (client.health()) {
        case Reading.Read<Health> answered -> add(Severity.FINE, "doctor.platform", url);
        case Reading.NotRead<Health> none ->
            add(
                Severity.ATTENTION,
                "doctor.platform-away",
                url,
                "failure." + none.failure().code());
      }
    }
  }
}
