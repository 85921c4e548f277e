package cn.wuyouhall.store.sql;

import cn.wuyouhall.store.StoreException;
import cn.wuyouhall.store.StoreException.Code;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** What a driver's error means, told apart by its result code, never by its text. */
public final class Failures {
  private Failures() {}

  /** The failure as a store exception. */
  public static StoreException of(String doing, SQLException failure) {
    return new StoreException(code(failure), doing, failure);
  }

  /** Why it failed. */
  public static Code code(SQLException failure) {
    if (failure instanceof SQLiteException sqlite) {
      return ofSqlite(sqlite.getResultCode());
    }
    if (failure instanceof SQLTransientConnectionException) {
      return Code.NO_SERVER;
    }
    String state = failure.getSQLState();
    if (state == null) {
      return Code.UNEXPECTED;
    }
    return switch (state) {
      case "53100" -> Code.DISK_FULL;
      case "58030" -> Code.IO_ERROR;
      case "25006" -> Code.READ_ONLY;
      case "55P03", "57014" -> Code.BUSY;
      case "XX001", "XX002" -> Code.DAMAGED;
      default ->
          state.startsWith("08") || state.startsWith("57P") ? Code.NO_SERVER : Code.UNEXPECTED;
    };
  }

  /** Whether a uniqueness or check constraint refused the change. */
  public static boolean isConstraint(SQLException failure) {
    if (failure instanceof SQLiteException sqlite) {
      return (sqlite.getResultCode().code & 0xff) == SQLiteErrorCode.SQLITE_CONSTRAINT.code;
    }
    return failure.getSQLState() != null && failure.getSQLState().startsWith("23");
  }

  private static Code ofSqlite(SQLiteErrorCode result) {
    return switch (result.code & 0xff) {
      case 13 -> Code.DISK_FULL;
      case 10 -> Code.IO_ERROR;
      case 11 -> Code.DAMAGED;
      case 5, 6 -> Code.BUSY;
      case 8, 3, 23 -> Code.READ_ONLY;
      case 14 -> Code.CANNOT_OPEN;
      case 26 -> Code.NOT_A_DATABASE;
      default -> Code.UNEXPECTED;
    };
  }
}
