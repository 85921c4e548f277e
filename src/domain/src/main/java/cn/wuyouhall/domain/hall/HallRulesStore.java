package cn.wuyouhall.domain.hall;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** The hall's rules, versioned in the hall database, effective by date. Blocks; any thread. */
public interface HallRulesStore {
  /** The rules that hold on a day; empty in a hall that has none yet. */
  Optional<HallRules> rulesOn(LocalDate day);

  /** Stores rules as the next version and returns them with it. */
  HallRules store(HallRules rules, String operator, Instant at);
}
