package cn.wuyouhall.station;

import cn.wuyouhall.domain.hall.HallAccounts;
import cn.wuyouhall.domain.hall.HallAccounts.Account;
import cn.wuyouhall.domain.queue.HallUnavailable;
import cn.wuyouhall.domain.work.BlockingWork;
import cn.wuyouhall.store.crypto.Pins;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Signs a person in by staff number and PIN. Blocks for the time Argon2id takes (about a third of a
 * second).
 */
public final class SignIn {
  private static final int FREE_TRIES = 5;
  private static final Duration PAUSE = Duration.ofMinutes(5);

  private final HallAccounts accounts;
  private final InstantSource clock;

  SignIn(HallAccounts accounts, InstantSource clock) {
    this.accounts = accounts;
    this.clock = clock;
  }

  /** What came of it. */
  public sealed interface Outcome {
    /** Signed in. */
    record SignedIn(Session session) implements Outcome {}

    /** Number or PIN is wrong (which of them is not said); tries left before a pause. */
    record Wrong(int triesLeft) implements Outcome {}

    /** Too many wrong PINs: try again at this time. */
    record Paused(Instant until) implements Outcome {}

    /** The hall database is away. */
    record HallAway() implements Outcome {}
  }

  /** Checks the PIN; the array is wiped. */
  public Outcome signIn(String number, char[] pin) {
    BlockingWork.refuseOnUiThread();
    try {
      Optional<Account> known = accounts.account(number.strip());
      Instant now = clock.instant();
      if (known.isEmpty() || !known.get().active()) {
        Pins.verifyNobody(pin);
        return new Outcome.Wrong(FREE_TRIES - 1);
      }
      Account account = known.get();
      Optional<Instant> pausedUntil =
          account
              .lastFailure()
              .filter(last -> account.failures() >= FREE_TRIES)
              .map(last -> last.plus(PAUSE))
              .filter(now::isBefore);
      if (pausedUntil.isPresent()) {
        return new Outcome.Paused(pausedUntil.get());
      }
      boolean right = Pins.verify(account.pinEncoding(), pin);
      int failures = accounts.noteSignIn(account.number(), right, now);
      if (right) {
        return new Outcome.SignedIn(
            new Session(account.number(), account.name(), account.roles(), now));
      }
      return failures >= FREE_TRIES
          ? new Outcome.Paused(now.plus(PAUSE))
          : new Outcome.Wrong(FREE_TRIES - failures);
    } catch (HallUnavailable away) {
      return new Outcome.HallAway();
    } finally {
      java.util.Arrays.fill(pin, '\0');
    }
  }
}
