package cn.wuyouhall.station;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import cn.wuyouhall.domain.hall.HallAccounts;
import cn.wuyouhall.domain.hall.HallAccounts.Account;
import cn.wuyouhall.domain.hall.HallAccounts.Role;
import cn.wuyouhall.station.HallOffice.Saved;
import cn.wuyouhall.testkit.port.Trouble;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Accounts as the technician makes them, and signing in with them. */
class SignInTest {
  private static final SignIn.Outcome WRONG = new SignIn.Outcome.Wrong();

  @TempDir Path folder;
  private HallOnDisk hall;
  private HallOffice office;
  private Trouble<HallAccounts> accounts;
  private SignIn job;

  @BeforeEach
  void open() throws Exception {
    hall = new HallOnDisk(folder);
    office = HallOffice.open(hall.settings("clerk-3"), hall.around);
    assertEquals(Saved.DONE, save("0312", "2468"));
    accounts = Trouble.before(HallAccounts.class, hall.vault("clerk-3").hall().accounts());
    job = new SignIn(accounts.port(), hall.clock);
  }

  @AfterEach
  void close() {
    office.close();
    hall.close();
  }

  private Saved save(String number, String pin) {
    return office.saveAccount(number, "王小明", Set.of(Role.CLERK), pin.toCharArray(), true);
  }

  private SignIn.Outcome signIn(String pin) {
    return job.signIn("0312", pin.toCharArray());
  }

  @Test
  void numberAndPinOpenASession() {
    SignIn.Outcome.SignedIn in =
        assertInstanceOf(SignIn.Outcome.SignedIn.class, job.signIn(" 0312 ", "2468".toCharArray()));
    assertEquals("王小明", in.session().name());
    assertEquals(Set.of(Role.CLERK), in.session().roles());
  }

  @Test
  void fiveWrongPinsMakeAPauseAndTimeEndsIt() {
    for (int i = 0; i < 5; i++) {
      assertEquals(WRONG, signIn("0000"));
    }
    assertEquals(WRONG, signIn("2468"), "the right PIN does not help during the pause");
    hall.clock.pass(Duration.ofMinutes(5));
    assertInstanceOf(SignIn.Outcome.SignedIn.class, signIn("2468"));
    for (int i = 0; i < 4; i++) {
      assertEquals(WRONG, signIn("0000"));
    }
    assertInstanceOf(
        SignIn.Outcome.SignedIn.class, signIn("2468"), "success begins the count anew");
  }

  @Test
  void anUnknownAStoppedAndAPausedNumberAreNotToldApart() {
    for (int i = 0; i < 7; i++) {
      assertEquals(signIn("0000"), job.signIn("9999", "2468".toCharArray()));
    }
    office.saveAccount("0312", "王小明", Set.of(Role.CLERK), new char[0], false);
    assertEquals(WRONG, signIn("2468"));
  }

  @Test
  void aHallThatIsAwaySaysSoAndThePinIsWiped() {
    accounts.away("account", 1, HallOnDisk::hallAway);
    char[] pin = "2468".toCharArray();
    assertEquals(new SignIn.Outcome.HallAway(), job.signIn("0312", pin));
    assertArrayEquals(new char[4], pin);
  }

  @Test
  void accountsNeedAPinOfFourAndKeepItWhenNoneIsGiven() {
    assertEquals(Saved.PIN_TOO_SHORT, save("0313", "123"));
    assertEquals(Saved.PIN_MISSING, save("0313", ""));
    assertEquals(List.of("0312"), office.accounts().stream().map(Account::number).toList());
    assertEquals(Saved.DONE, save("0312", ""));
    assertInstanceOf(SignIn.Outcome.SignedIn.class, signIn("2468"));
  }
}
