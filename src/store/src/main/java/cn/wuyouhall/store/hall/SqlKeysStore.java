package cn.wuyouhall.store.hall;

import cn.wuyouhall.store.crypto.GradeSeal;
import cn.wuyouhall.store.sql.Connections;
import cn.wuyouhall.store.sql.Statements;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Wrapped keys over SQL. */
record SqlKeysStore(Connections connections, HallScope scope) implements HallKeysStore {
  private static final String STATION_KEYS =
      "SELECT station, public_key, key_id, wrapped FROM station_key WHERE hall = ?";

  @Override
  public Optional<StationKeyRow> stationKey(String station) {
    return connections.read(
        "read a station's key",
        sql ->
            sql.first(
                STATION_KEYS + " AND station = ?",
                SqlKeysStore::stationKey,
                scope.hall(),
                station));
  }

  @Override
  public List<StationKeyRow> stationKeys() {
    return connections.read(
        "read the stations' keys",
        sql -> sql.all(STATION_KEYS + " ORDER BY station", SqlKeysStore::stationKey, scope.hall()));
  }

  private static StationKeyRow stationKey(ResultSet row) throws SQLException {
    return new StationKeyRow(
        row.getString("station"),
        row.getBytes("public_key"),
        Optional.ofNullable(row.getString("key_id")),
        Optional.ofNullable(row.getBytes("wrapped")));
  }

  @Override
  public void saveStationKey(StationKeyRow row, Instant at) {
    connections.write("save a station's key", sql -> save(sql, row, at));
  }

  private int save(Statements sql, StationKeyRow row, Instant at) throws SQLException {
    return sql.update(
        """
        INSERT INTO station_key (hall, station, region, public_key, key_id, wrapped, at)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (hall, station) DO UPDATE SET public_key = excluded.public_key,
          key_id = excluded.key_id, wrapped = excluded.wrapped, at = excluded.at\
        """,
        scope.hall(),
        row.station(),
        scope.region(),
        row.publicKey(),
        row.keyId(),
        row.wrapped(),
        at);
  }

  @Override
  public boolean saveFirst(
      StationKeyRow row, RecoveryRow recovery, SupervisorKeyRow supervisors, Instant at) {
    return connections.write(
        "save the hall's first keys",
        sql -> {
          if (sql.number("SELECT COUNT(*) FROM hall_key WHERE hall = ?", scope.hall()) > 0) {
            return false;
          }
          sql.update(
              """
              INSERT INTO hall_key (hall, key_id, region, recovery, made_at) VALUES (?, ?, ?, ?, ?)\
              """,
              scope.hall(),
              recovery.keyId(),
              scope.region(),
              recovery.sealed(),
              at);
          sql.update(
              """
              INSERT INTO supervisor_key (hall, key_id, region, public_key, sealed_private, made_at)
              VALUES (?, ?, ?, ?, ?, ?)\
              """,
              scope.hall(),
              supervisors.keyId(),
              scope.region(),
              supervisors.publicKey(),
              supervisors.sealedPrivate(),
              at);
          save(sql, row, at);
          return true;
        });
  }

  @Override
  public List<RecoveryRow> recoveries() {
    return connections.read(
        "read recovery copies",
        sql ->
            sql.all(
                "SELECT key_id, recovery FROM hall_key WHERE hall = ? ORDER BY made_at DESC",
                row -> new RecoveryRow(row.getString("key_id"), row.getString("recovery")),
                scope.hall()));
  }

  @Override
  public List<SupervisorKeyRow> supervisorKeys() {
    return connections.read(
        "read the supervisors' keys",
        sql ->
            sql.all(
                """
                SELECT key_id, public_key, sealed_private FROM supervisor_key
                WHERE hall = ? ORDER BY made_at DESC\
                """,
                row ->
                    new SupervisorKeyRow(
                        row.getString("key_id"),
                        row.getBytes("public_key"),
                        row.getString("sealed_private")),
                scope.hall()));
  }

  @Override
  public Optional<GradeSeal.Reader> provinceKey() {
    return connections.read(
        "read the province's key",
        sql ->
            sql.first(
                """
                SELECT key_id, public_key FROM province_key
                WHERE hall = ? ORDER BY read_at DESC LIMIT 1\
                """,
                row -> new GradeSeal.Reader(row.getString("key_id"), row.getBytes("public_key")),
                scope.hall()));
  }

  @Override
  public void saveProvinceKey(GradeSeal.Reader key, Instant at) {
    connections.write(
        "save the province's key",
        sql ->
            sql.update(
                """
                INSERT INTO province_key (hall, key_id, region, public_key, read_at)
                VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (hall, key_id) DO UPDATE SET public_key = excluded.public_key,
                  read_at = excluded.read_at\
                """,
                scope.hall(),
                key.keyId(),
                scope.region(),
                key.publicKey(),
                at));
  }
}
