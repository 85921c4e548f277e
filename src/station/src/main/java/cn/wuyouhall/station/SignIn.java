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
 * second), whatever comes of it.
 */
public final class SignIn {
  /** Wrong PINs in a row after which an account pauses. */
  public static final int TRIES = 5;

  /** How long it pauses then; even the right PIN is refused. */
  public static final Duration PAUSE = Duration.ofMinutes(5);

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

    /**
     * Not signed in: nobody has this number, the PIN is wrong, or the account is stopped or pauses.
     * Which of them is not said, nor how many tries are left: it would tell who works here.
     */
    record Wrong() implements Outcome {}

    /** The hall database is away. */
    record HallAway() implements Outcome {}
  }

  /** Checks the PIN; the array is wiped. */
  public Outcome signIn(String number, char[] pin) {
    BlockingWork.refuseOnUiThread();
    try {
      Instant now = clock.instant();
      Optional<Account> open =
          accounts
              .account(number.strip())
              .filter(Account::active)
              .filter(account -> !pauses(account, now));
      if (open.isEmpty()) {
        Pins.verifyNobody(pin);
        return new Outcome.Wrong();
      }
      Account account = open.get();
      boolean right = Pins.verify(account.pinEncoding(), pin);
      accounts.noteSignIn(account.number(), right, now);
      return right
          ? new Outcome.SignedIn(
              new Session(account.number(), account.name(), account.roles(), now))
          : new Outcome.Wrong();
    } catch (HallUnavailable away) {
      return new Outcome.HallAway();
    } finally {
      java.util.Arrays.fill(pin, '\0');
    }
  }

  private static boolean pauses(Account account, Instant now) {
    return account.failures() >= TRIES
        && account.lastFailure().filter(last -> now.isBefore(last.plus(PAUSE))).isPresent();
  }
}
