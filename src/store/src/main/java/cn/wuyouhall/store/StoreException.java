package cn.wuyouhall.store;

/**
 * A file or database did not do what it was asked. Nothing of the attempted change is kept: every
 * change is one transaction. Messages name what was being done and never hold personal data.
 */
public sealed class StoreException extends RuntimeException permits StoreRefused {
  private final Code code;

  /** What was being done, how it failed, and the failure underneath. */
  public StoreException(Code code, String doing, Throwable cause) {
    super(doing + " [" + code + "]", cause);
    this.code = code;
  }

  /** Why, as a stable word: the key of its sentence. */
  public String code() {
    return code.name();
  }

  /** Why. */
  public Code reason() {
    return code;
  }

  /** Why a store failed or was not opened. */
  public enum Code {
    /** No room left on the disk. */
    DISK_FULL,
    /** No room left on the disk of the hall database, which may be another computer's. */
    HALL_DISK_FULL,
    /** The disk or its cable does not read or write. */
    IO_ERROR,
    /** The file is a database but its pages do not fit together: restore the backup. */
    DAMAGED,
    /** Another process held the database longer than the busy time-out. */
    BUSY,
    /** The file or its folder may not be written. */
    READ_ONLY,
    /** The file or its folder cannot be opened at all. */
    CANNOT_OPEN,
    /** The server of the database does not answer. */
    NO_SERVER,
    /** The file is not a database. */
    NOT_A_DATABASE,
    /** The file is a database, but not one of this kind. */
    NOT_OURS,
    /** The data folder belongs to another station. */
    ANOTHER_STATION,
    /** Another living process uses this station's data folder. */
    IN_USE,
    /** Another program took over this station's id while this one did not show itself. */
    TAKEN_OVER,
    /** The SQLite in this program is older than 3.51.3 and can corrupt a shared file. */
    OLD_SQLITE,
    /** The address of the hall database is of a kind this program does not know. */
    UNKNOWN_ADDRESS,
    /** This station has no key file: enrol it. */
    NO_KEY,
    /** Others than its owner may read the key file. */
    KEY_NOT_PRIVATE,
    /** The key file is not one. */
    KEY_UNREADABLE,
    /** The hall has not enrolled this station's key. */
    NOT_ENROLLED,
    /** A phrase or key does not open what it should, or a ciphertext was changed. */
    WRONG_KEY,
    /** There is no backup where it was looked for. */
    NO_BACKUP,
    /** A restore does not know which numbers are on paper: a person has to name the last. */
    NUMBERS_UNKNOWN,
    /** Something the program does not expect; the cause says more. */
    UNEXPECTED
  }
}
