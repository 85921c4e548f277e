package cn.wuyouhall.domain.hall;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Accounts of the hall's people. PINs are kept as Argon2id encodings only. Blocks; any thread. */
public interface HallAccounts {
  /** The account with this number, with its PIN encoding. */
  Optional<Account> account(String number);

  /** All accounts, by number. */
  List<Account> accounts();

  /** Creates or replaces an account. */
  void save(Account account, Instant at);

  /** Notes a failed or successful sign-in; returns failures in a row. */
  int noteSignIn(String number, boolean success, Instant at);

  /**
   * A person who works here.
   *
   * @param number staff number (工号), four digits as a rule
   * @param name name shown on pad and screens
   * @param roles what they may do
   * @param pinEncoding Argon2id, PHC string
   * @param active whether they may sign in
   * @param failures wrong PINs in a row
   * @param lastFailure when the last of them was
   */
  record Account(
      String number,
      String name,
      Set<Role> roles,
      String pinEncoding,
      boolean active,
      int failures,
      Optional<Instant> lastFailure) {
    public Account {
      roles = Set.copyOf(roles);
    }

    @Override
    public String toString() {
      return "Account[" + number + "]";
    }
  }

  /** Roles; checked in the application layer. */
  enum Role {
    CLERK,
    GUIDE,
    SUPERVISOR,
    MANAGER,
    TECHNICIAN
  }
}
