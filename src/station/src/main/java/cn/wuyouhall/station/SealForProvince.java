package cn.wuyouhall.station;

import cn.wuyouhall.domain.cases.HallOutbox;
import cn.wuyouhall.domain.cases.HallOutbox.Refusal;
import cn.wuyouhall.platform.RatingBody;
import cn.wuyouhall.station.HallOffice.Forwarded;
import cn.wuyouhall.store.StoreException;
import cn.wuyouhall.store.crypto.GradeSeal;
import cn.wuyouhall.store.hall.Enrolment;
import cn.wuyouhall.store.hall.HallDatabase;
import cn.wuyouhall.store.hall.HallKeysStore.SupervisorKeyRow;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Lets the province at grades that were given before the hall knew its key, or under a key it has
 * given up: the province refused them, and only the supervisors can open them. With the
 * supervisors' phrase each is sealed for the province as well, unread, and goes on its way.
 */
final class SealForProvince {
  /** The province's code for a rating that has no recipient of its key. */
  static final String NOT_SEALED_TO_US = "NOT_SEALED_TO_US";

  private final HallDatabase hall;
  private final GradeSeal seal;

  SealForProvince(HallDatabase hall, SecureRandom random) {
    this.hall = hall;
    this.seal = new GradeSeal(random);
  }

  /** How many grades the province refused for want of a seal of its own. */
  int waiting() {
    return refused().size();
  }

  Forwarded run(String phrase) {
    Optional<GradeSeal.Reader> province = hall.keys().provinceKey();
    if (province.isEmpty()) {
      return new Forwarded.NoProvinceKey();
    }
    Map<String, byte[]> opened = open(phrase);
    if (opened.isEmpty()) {
      return new Forwarded.WrongPhrase();
    }
    int sealed = 0;
    List<Refusal> refused = refused();
    for (Refusal refusal : refused) {
      Optional<byte[]> body =
          hall.outbox()
              .frozen(refusal.id())
              .flatMap(before -> resealed(before, province.get(), opened));
      if (body.isPresent() && hall.outbox().mend(refusal.id(), body.get())) {
        sealed++;
      }
    }
    return new Forwarded.Sealed(sealed, refused.size() - sealed);
  }

  private List<Refusal> refused() {
    return hall.outbox().refusals().stream()
        .filter(refusal -> refusal.kind() == HallOutbox.Kind.RATING)
        .filter(refusal -> refusal.code().equals(NOT_SEALED_TO_US))
        .toList();
  }

  /** The supervisors' private keys that this phrase opens, by key id. */
  private Map<String, byte[]> open(String phrase) {
    Map<String, byte[]> opened = new HashMap<>();
    for (SupervisorKeyRow row : hall.keys().supervisorKeys()) {
      try {
        opened.put(row.keyId(), Enrolment.openSupervisorKey(hall.keys(), row.keyId(), phrase));
      } catch (StoreException closed) {
        if (closed.reason() != StoreException.Code.WRONG_KEY) {
          throw closed;
        }
      }
    }
    return opened;
  }

  private Optional<byte[]> resealed(
      byte[] body, GradeSeal.Reader province, Map<String, byte[]> opened) {
    try {
      return RatingBody.resealed(
          body,
          grade ->
              grade.recipients().stream()
                  .filter(to -> opened.containsKey(to.keyId()))
                  .findFirst()
                  .map(to -> seal.admit(grade, province, to.keyId(), opened.get(to.keyId())))
                  .orElseThrow(() ->
                      new StoreException(StoreException.Code.WRONG_KEY, "seal a grade", null)));
    } catch (StoreException closed) {
      return Optional.empty();
    }
  }
}
