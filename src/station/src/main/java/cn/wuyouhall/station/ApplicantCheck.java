package cn.wuyouhall.station;

import cn.wuyouhall.domain.people.IdentityNumber;
import cn.wuyouhall.domain.people.Person;
import cn.wuyouhall.domain.people.Uscc;
import java.util.Optional;

/** Whether an applicant is complete enough for a case. Pure. */
public final class ApplicantCheck {
  private ApplicantCheck() {}

  /** The first field at fault ({@code NAME}, {@code ID_NUMBER}), if any. */
  public static Optional<String> firstFault(Person applicant) {
    if (applicant.name().isBlank()) {
      return Optional.of("NAME");
    }
    boolean numberFits =
        switch (applicant.idKind()) {
          case RESIDENT, PERMANENT_RESIDENT -> IdentityNumber.of(applicant.idNumber()).isPresent();
          case ORGANISATION -> Uscc.fault(applicant.idNumber()).isEmpty();
          case OTHER -> !applicant.idNumber().isBlank();
        };
    return numberFits ? Optional.empty() : Optional.of("ID_NUMBER");
  }
}
