package cn.wuyouhall.station;

import cn.wuyouhall.domain.hall.HallAccounts.Account;
import cn.wuyouhall.domain.hall.HallAccounts.Role;
import cn.wuyouhall.domain.hall.HallRules;
import cn.wuyouhall.domain.hall.HallRulesCheck;
import cn.wuyouhall.domain.queue.HallQueue;
import cn.wuyouhall.domain.time.HallTime;
import cn.wuyouhall.domain.work.BlockingWork;
import cn.wuyouhall.station.settings.Settings;
import cn.wuyouhall.store.crypto.Pins;
import cn.wuyouhall.store.crypto.StationKey;
import cn.wuyouhall.store.hall.Enrolment;
import cn.wuyouhall.store.hall.HallDatabase;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What belongs to the hall and not to one station, for the technician's commands: rules, accounts,
 * the day. Opens the hall database with an enrolled station's key and leaves that station's journal
 * alone, so that it works while the station runs.
 */
public final class HallOffice implements AutoCloseable {
  private static final int SHORTEST_PIN = 4;

  private final Settings settings;
  private final Surroundings around;
  private final HallDatabase hall;

  private HallOffice(Settings settings, Surroundings around, HallDatabase hall) {
    this.settings = settings;
    this.around = around;
    this.hall = hall;
  }

  /**
   * Opens the hall of these settings.
   *
   * @throws cn.wuyouhall.store.StoreException when there is no key, it is not enrolled, or the
   *     database does not open
   */
  public static HallOffice open(Settings settings, Surroundings around) {
    BlockingWork.refuseOnUiThread();
    StationKey key = StationKey.open(settings.station().data());
    return new HallOffice(
        settings,
        around,
        Vault.openHall(settings, around.ids(), keys -> Enrolment.unlock(keys, key)));
  }

  /** The rules that hold today; empty in a hall that has none. */
  public Optional<HallRules> rules() {
    return hall.rules().rulesOn(HallTime.day(now()));
  }

  /** What importing rules came to. */
  public sealed interface Imported {
    /** Stored as this version. */
    record Stored(HallRules rules) implements Imported {}

    /** Nothing was stored. */
    record Faulty(List<HallRulesCheck.Problem> problems) implements Imported {}
  }

  /** Checks rules and stores them as the next version. */
  public Imported importRules(HallRules rules, String operator) {
    List<HallRulesCheck.Problem> problems = HallRulesCheck.check(rules);
    return problems.isEmpty()
        ? new Imported.Stored(hall.rules().store(rules, operator, now()))
        : new Imported.Faulty(problems);
  }

  /** All accounts. */
  public List<Account> accounts() {
    return hall.accounts().accounts();
  }

  /** What saving an account came to. */
  public enum Saved {
    DONE,
    /** A PIN has four characters or more. */
    PIN_TOO_SHORT,
    /** A new account needs a PIN. */
    PIN_MISSING
  }

  /** Creates or changes an account; an empty PIN keeps the old one. The array is wiped. */
  public Saved saveAccount(
      String number, String name, Set<Role> roles, char[] pin, boolean active) {
    try {
      Optional<Account> known = hall.accounts().account(number);
      if (pin.length == 0 && known.isEmpty()) {
        return Saved.PIN_MISSING;
      }
      if (pin.length > 0 && pin.length < SHORTEST_PIN) {
        return Saved.PIN_TOO_SHORT;
      }
      String encoding =
          pin.length == 0 ? known.orElseThrow().pinEncoding() : Pins.encode(pin, around.random());
      hall.accounts()
          .save(new Account(number, name, roles, encoding, active, 0, Optional.empty()), now());
      return Saved.DONE;
    } finally {
      java.util.Arrays.fill(pin, '\0');
    }
  }

  /** What letting the province at grades it could not open came to. */
  public sealed interface Forwarded {
    /** So many go on their way; so many are sealed for keys that this phrase does not open. */
    record Sealed(int sealed, int closed) implements Forwarded {}

    /** No station has reached the province yet: there is no key to seal for. */
    record NoProvinceKey() implements Forwarded {}

    /** This is not the supervisors' phrase. */
    record WrongPhrase() implements Forwarded {}
  }

  /**
   * With the supervisors' phrase, seals for the province as well what was given before the hall
   * knew its key. No grade is read.
   */
  public Forwarded forwardGrades(String supervisorsPhrase) {
    return new SealForProvince(hall, around.random()).run(supervisorsPhrase);
  }

  /** Whether grades can be sealed for the province. */
  public boolean knowsProvinceKey() {
    return hall.keys().provinceKey().isPresent();
  }

  /** Grades the province refused because they are not sealed for it. */
  public int gradesNotForwarded() {
    return new SealForProvince(hall, around.random()).waiting();
  }

  /** Closes the business day: what remains is left. */
  public HallQueue.DayClosed closeDay() {
    return hall.queue().closeDay(settings.station().id(), now());
  }

  /** Writes a consistent copy of an embedded hall database; empty for a server. */
  public Optional<Path> backup(Path folder) {
    return hall.backup(folder);
  }

  private Instant now() {
    return around.clock().instant();
  }

  @Override
  public void close() {
    hall.close();
  }
}
