package cn.wuyouhall.store.hall;

import cn.wuyouhall.domain.hall.HallAccounts;
import cn.wuyouhall.store.crypto.FieldCipher;
import cn.wuyouhall.store.sql.Connections;
import cn.wuyouhall.store.sql.Statements;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Accounts over SQL; names are ciphertext. */
record SqlAccounts(Connections connections, HallScope scope, FieldCipher cipher)
    implements HallAccounts {
  private static final String ALL =
      """
      SELECT number, name, roles, pin_encoding, active, failures, last_failure FROM account
      WHERE hall = ?\
      """;

  @Override
  public Optional<Account> account(String number) {
    return connections.read(
        "read an account",
        sql -> sql.first(ALL + " AND number = ?", this::account, scope.hall(), number));
  }

  @Override
  public List<Account> accounts() {
    return connections.read(
        "read accounts", sql -> sql.all(ALL + " ORDER BY number", this::account, scope.hall()));
  }

  private Account account(ResultSet row) throws SQLException {
    String number = row.getString("number");
    return new Account(
        number,
        cipher.openText(row.getBytes("name"), "account", "name", number),
        roles(row.getString("roles")),
        row.getString("pin_encoding"),
        row.getInt("active") != 0,
        row.getInt("failures"),
        Statements.instant(row, "last_failure"));
  }

  /** Roles a newer program knows are read past. */
  private static Set<Role> roles(String joined) {
    Set<String> names = Set.of(joined.split(",", -1));
    return Arrays.stream(Role.values())
        .filter(role -> names.contains(role.name()))
        .collect(Collectors.toSet());
  }

  @Override
  public void save(Account account, Instant at) {
    String roles =
        account.roles().stream().sorted().map(Role::name).collect(Collectors.joining(","));
    connections.write(
        "save an account",
        sql ->
            sql.update(
                """
                INSERT INTO account (hall, number, region, name, roles, pin_encoding, active,
                  failures, last_failure, changed_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (hall, number) DO UPDATE SET name = excluded.name,
                  roles = excluded.roles, pin_encoding = excluded.pin_encoding,
                  active = excluded.active, failures = excluded.failures,
                  last_failure = excluded.last_failure, changed_at = excluded.changed_at\
                """,
                scope.hall(),
                account.number(),
                scope.region(),
                cipher.seal(account.name(), "account", "name", account.number()),
                roles,
                account.pinEncoding(),
                account.active(),
                account.failures(),
                account.lastFailure(),
                at));
  }

  @Override
  public int noteSignIn(String number, boolean success, Instant at) {
    return connections.write(
        "note a sign-in",
        sql ->
            sql.first(
                    success
                        ? """
                        UPDATE account SET failures = 0, last_failure = NULL
                        WHERE hall = ? AND number = ? RETURNING failures\
                        """
                        : """
                        UPDATE account SET failures = failures + 1, last_failure = ?
                        WHERE hall = ? AND number = ? RETURNING failures\
                        """,
                    row -> row.getInt(1),
                    success
                        ? new Object[] {scope.hall(), number}
                        : new Object[] {at, scope.hall(), number})
                .orElse(0));
  }
}
