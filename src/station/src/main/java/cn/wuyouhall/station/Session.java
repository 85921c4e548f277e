package cn.wuyouhall.station;

import cn.wuyouhall.domain.hall.HallAccounts.Role;
import java.time.Instant;
import java.util.Set;

/**
 * A person signed in at this station. Jobs that need a role take one and check it themselves.
 *
 * @param number staff number
 * @param name as shown on screens and the pad
 * @param roles what they may do
 * @param since when they signed in
 */
public record Session(String number, String name, Set<Role> roles, Instant since) {
  public Session {
    roles = Set.copyOf(roles);
  }

  /**
   * Checks a role before a job does anything.
   *
   * @throws NotAllowed when this person does not have it; a screen never offers the job then
   */
  void require(Role role) {
    requireOneOf(Set.of(role));
  }

  /** The same where each of several roles is enough. */
  void requireOneOf(Set<Role> enough) {
    if (enough.stream().noneMatch(roles::contains)) {
      throw new NotAllowed(enough);
    }
  }

  /** A job was asked for by someone without its role. */
  public static final class NotAllowed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotAllowed(Set<Role> enough) {
      super("needs the role " + enough);
    }
  }
}
