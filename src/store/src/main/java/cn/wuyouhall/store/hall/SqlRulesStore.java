package cn.wuyouhall.store.hall;

import cn.wuyouhall.domain.hall.HallRules;
import cn.wuyouhall.domain.hall.HallRulesStore;
import cn.wuyouhall.store.sql.Connections;
import cn.wuyouhall.store.sql.Statements;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The rules in the hall database. Of those effective by a day the one with the latest such date
 * holds, and of these the newest version. What was read is kept as long as no newer version is
 * there.
 */
final class SqlRulesStore implements HallRulesStore {
  private final Connections connections;
  private final HallScope scope;
  private final AtomicReference<Kept> kept = new AtomicReference<>();

  private record Kept(long newest, LocalDate day, Optional<HallRules> rules) {}

  SqlRulesStore(Connections connections, HallScope scope) {
    this.connections = connections;
    this.scope = scope;
  }

  @Override
  public Optional<HallRules> rulesOn(LocalDate day) {
    return connections.read("read rules", sql -> on(sql, day));
  }

  /** The rules of a day inside a transaction. */
  Optional<HallRules> on(Statements sql, LocalDate day) throws SQLException {
    long newest = sql.number("SELECT MAX(version) FROM hall_rules WHERE hall = ?", scope.hall());
    Kept known = kept.get();
    if (known != null && known.newest == newest && known.day.equals(day)) {
      return known.rules;
    }
    Optional<HallRules> rules =
        sql.first(
            """
            SELECT body FROM hall_rules WHERE hall = ? AND effective <= ?
            ORDER BY effective DESC, version DESC LIMIT 1\
            """,
            row ->
                HallJson.read(
                    row.getString("body").getBytes(StandardCharsets.UTF_8), HallRules.class),
            scope.hall(),
            day);
    kept.set(new Kept(newest, day, rules));
    return rules;
  }

  @Override
  public HallRules store(HallRules rules, String operator, Instant at) {
    return connections.write("store rules", sql -> insert(sql, rules, operator, at));
  }

  private HallRules insert(Statements sql, HallRules rules, String operator, Instant at)
      throws SQLException {
    long version =
        1 + sql.number("SELECT MAX(version) FROM hall_rules WHERE hall = ?", scope.hall());
    HallRules numbered =
        new HallRules(
            version,
            rules.effective(),
            rules.name(),
            rules.region(),
            rules.hours(),
            rules.lines(),
            rules.windows(),
            rules.calls(),
            rules.ratingTimeout(),
            rules.kioskIdle(),
            rules.kioskIdleElder(),
            rules.printerConfirm(),
            rules.notices());
    sql.update(
        """
        INSERT INTO hall_rules (hall, version, region, effective, body, operator, at)
        VALUES (?, ?, ?, ?, ?, ?, ?)\
        """,
        scope.hall(),
        version,
        scope.region(),
        rules.effective(),
        new String(HallJson.write(numbered), StandardCharsets.UTF_8),
        operator,
        at);
    return numbered;
  }
}
