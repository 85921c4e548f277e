package cn.wuyouhall.store.journal;

import cn.wuyouhall.domain.journal.StationJournal;
import cn.wuyouhall.domain.work.BlockingWork;
import cn.wuyouhall.store.StoreException;
import cn.wuyouhall.store.StoreException.Code;
import cn.wuyouhall.store.StoreRefused;
import cn.wuyouhall.store.crypto.FieldCipher;
import cn.wuyouhall.store.crypto.Sm3;
import cn.wuyouhall.store.sql.Connections;
import cn.wuyouhall.store.sql.Copies;
import cn.wuyouhall.store.sql.Failures;
import cn.wuyouhall.store.sql.SqliteConnections;
import cn.wuyouhall.store.sql.SqliteFile;
import cn.wuyouhall.store.sql.Statements;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The journal in {@code journal.db} of the station's data folder, one writer, one transaction an
 * entry. The folder is locked ({@code station.lock}) while it is open. State ids and kinds are
 * stored in clear: they hold no personal data.
 */
public final class SqliteStationJournal implements StationJournal {
  /** The file's name in the data folder. */
  public static final String FILE = "journal.db";

  /** "WYJ1" at offset 68 of the file. */
  static final int APPLICATION_ID = 0x57594a31;

  private static final int NEWEST = 1;

  private final Optional<StationLock> lock;
  private final Connections connections;
  private final Deliveries deliveries;
  private final States states;
  private final FieldCipher cipher;
  private final Identity identity;
  private final Object appending = new Object();
  private Optional<Entry> newest = Optional.empty();
  private volatile boolean takenOver;

  private SqliteStationJournal(
      Optional<StationLock> lock, Connections connections, FieldCipher cipher, Identity identity) {
    this.lock = lock;
    this.connections = connections;
    this.deliveries = new Deliveries(connections);
    this.states = new States(connections, cipher);
    this.cipher = cipher;
    this.identity = identity;
  }

  /**
   * Opens the journal of a data folder, or makes it.
   *
   * @param folder the station's data folder
   * @param station the station's id
   * @param cipher the cipher of payloads and state
   * @param at when a new journal is made
   * @throws StoreRefused IN_USE, NOT_A_DATABASE, NOT_OURS, ANOTHER_STATION, OLD_SQLITE
   * @throws StoreException when the disk does not let it be opened
   */
  public static SqliteStationJournal open(
      Path folder, String station, FieldCipher cipher, Instant at) {
    BlockingWork.refuseOnUiThread();
    StationLock lock = StationLock.take(folder);
    boolean open = false;
    try {
      SqliteStationJournal journal = open(folder, station, cipher, at, Optional.of(lock));
      open = true;
      return journal;
    } finally {
      if (!open) {
        lock.close();
      }
    }
  }

  /**
   * Opens a journal that is there, for looking at it and copying it, also while its station runs.
   * Appending is the station's alone.
   *
   * @throws StoreRefused CANNOT_OPEN when there is none, and as {@link #open}
   */
  public static SqliteStationJournal beside(
      Path folder, String station, FieldCipher cipher, Instant at) {
    BlockingWork.refuseOnUiThread();
    if (!Files.exists(folder.resolve(FILE))) {
      throw new StoreRefused(Code.CANNOT_OPEN, folder.resolve(FILE).toString());
    }
    return open(folder, station, cipher, at, Optional.empty());
  }

  /** Whether a living process holds this data folder. */
  public static boolean isInUse(Path folder) {
    BlockingWork.refuseOnUiThread();
    try (StationLock free = StationLock.take(folder)) {
      return false;
    } catch (StoreRefused held) {
      return true;
    }
  }

  private static SqliteStationJournal open(
      Path folder, String station, FieldCipher cipher, Instant at, Optional<StationLock> lock) {
    boolean open = false;
    Connections connections = connect(folder.resolve(FILE));
    try {
      Identity identity =
          connections.write("read whose journal this is", sql -> identify(sql, station, at));
      if (!identity.station().equals(station)) {
        throw new StoreRefused(Code.ANOTHER_STATION, folder.toString(), identity.station(), null);
      }
      open = true;
      return new SqliteStationJournal(lock, connections, cipher, identity);
    } finally {
      if (!open) {
        connections.close();
      }
    }
  }

  static Connections connect(Path file) {
    new SqliteFile(file, APPLICATION_ID, "db/journal", NEWEST).prepare();
    try {
      return new SqliteConnections(file, 0, Failures::of);
    } catch (SQLException failure) {
      throw Failures.of("open " + FILE, failure);
    }
  }

  private static Identity identify(Statements sql, String station, Instant at) throws SQLException {
    sql.update(
        """
        INSERT INTO station (only_one, station, incarnation, made_at) VALUES (1, ?, 1, ?)
        ON CONFLICT (only_one) DO NOTHING\
        """,
        station,
        at);
    return sql.first(
            "SELECT station, incarnation FROM station",
            row -> new Identity(row.getString(1), row.getInt(2)))
        .orElseThrow();
  }

  /**
   * Whether another program has this station's id now: as long as it has, nothing is appended here
   * (TAKEN_OVER), and what was appended before is carried all the same.
   */
  public void takenOver(boolean byAnother) {
    takenOver = byAnother;
  }

  /** The newest entry is kept in memory: the folder's lock makes this the only writer there is. */
  @Override
  public Entry append(Draft draft, Instant at) {
    if (lock.isEmpty()) {
      throw new IllegalStateException("a journal opened beside its station is not appended to");
    }
    BlockingWork.refuseOnUiThread();
    if (takenOver) {
      throw new StoreException(Code.TAKEN_OVER, "append to the journal", null);
    }
    synchronized (appending) {
      Optional<Entry> head = newest.isPresent() ? newest : head();
      newest = Optional.empty(); // Whatever fails from here on, the file is asked again.
      Entry entry = connections.write("append to the journal", sql -> append(sql, head, draft, at));
      newest = head.isPresent() && head.get().seq() > entry.seq() ? head : Optional.of(entry);
      return entry;
    }
  }

  private Entry append(Statements sql, Optional<Entry> head, Draft draft, Instant at)
      throws SQLException {
    Instant whole = Instant.ofEpochMilli(at.toEpochMilli());
    byte[] sealed = cipher.seal(draft.payload(), "payload", "body", draft.id().toString());
    long seq = head.map(Entry::seq).orElse(0L) + 1;
    byte[] prev = head.map(Entry::hash).orElse(ChainHash.BEFORE_FIRST);
    byte[] digest = Sm3.digest(sealed);
    byte[] hash =
        ChainHash.of(
            draft.id(),
            identity.station(),
            identity.incarnation(),
            seq,
            draft.kind(),
            draft.kindVersion(),
            whole,
            digest,
            prev);
    Entry entry =
        new Entry(
            draft.id(),
            identity.station(),
            identity.incarnation(),
            seq,
            draft.kind(),
            draft.kindVersion(),
            digest,
            prev,
            hash,
            whole);
    return insert(sql, entry, sealed, draft) ? entry : known(sql, draft.id());
  }

  private static Entry known(Statements sql, UUID id) throws SQLException {
    return sql.first(EntryRows.SELECT + " WHERE j.id = ?", EntryRows::entry, id).orElseThrow();
  }

  /**
   * Inserts an entry with all that belongs to it; false, and nothing done, when its id is there
   * already.
   */
  private boolean insert(Statements sql, Entry entry, byte[] sealed, Draft draft)
      throws SQLException {
    int fresh =
        sql.update(
            """
            INSERT INTO journal (seq, id, station, incarnation, kind, kind_version, at, payload_digest, prev, hash)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING\
            """,
            entry.seq(),
            entry.id(),
            entry.station(),
            entry.incarnation(),
            entry.kind(),
            entry.kindVersion(),
            entry.at(),
            entry.payloadDigest(),
            entry.prev(),
            entry.hash());
    if (fresh == 0) {
      return false;
    }
    sql.update("INSERT INTO payload (seq, body) VALUES (?, ?)", entry.seq(), sealed);
    for (StateRow row : draft.state()) {
      states.save(sql, row);
    }
    if (draft.toHall()) {
      Deliveries.add(sql, entry);
    }
    return true;
  }

  /** The connections beneath, for tests that fill the disk. */
  Connections connections() {
    return connections;
  }

  @Override
  public Optional<byte[]> state(String kind, String id) {
    return states.one(kind, id);
  }

  @Override
  public List<StateRow> states(String kind) {
    return states.all(kind);
  }

  @Override
  public List<Entry> undelivered(int most) {
    return deliveries.waiting(most);
  }

  @Override
  public void delivered(UUID id, Instant at) {
    deliveries.delivered(id, at);
  }

  @Override
  public void refused(UUID id, String code, Instant at) {
    deliveries.refused(id, code, at);
  }

  @Override
  public int sendAgain(int incarnation, long seq) {
    return deliveries.again(incarnation, seq);
  }

  @Override
  public Counts counts() {
    return deliveries.counts();
  }

  @Override
  public List<Refusal> refusals() {
    return deliveries.refusals();
  }

  @Override
  public Optional<byte[]> payload(UUID id) {
    return connections.read(
        "read a payload",
        sql ->
            sql.first(
                "SELECT p.body FROM payload p JOIN journal j ON j.seq = p.seq WHERE j.id = ?",
                row -> cipher.open(row.getBytes(1), "payload", "body", id.toString()),
                id));
  }

  /**
   * Deletes a payload for retention; its entry stays and the chain still fits. Delivered entries
   * only.
   */
  public boolean forget(UUID id) {
    return connections.write(
        "delete a payload",
        sql ->
            sql.update(
                    """
                    DELETE FROM payload WHERE seq = (SELECT seq FROM journal WHERE id = ?)
                      AND NOT EXISTS (SELECT 1 FROM delivery d
                        WHERE d.seq = payload.seq AND d.state <> 'DELIVERED')\
                    """,
                    id)
                == 1);
  }

  @Override
  public Optional<Entry> head() {
    return connections.read("read the head", this::head);
  }

  private Optional<Entry> head(Statements sql) throws SQLException {
    return sql.first(EntryRows.SELECT + " ORDER BY j.seq DESC LIMIT 1", EntryRows::entry);
  }

  @Override
  public Verification verify() {
    return connections.read("walk the chain", ChainWalk::whole);
  }

  /**
   * Walks the chain and holds it against the head the hall noted for this station.
   *
   * @param incarnation of the noted head
   * @param seq of the noted head
   * @param hash of the noted head
   */
  public Verification verifyAgainst(int incarnation, long seq, byte[] hash) {
    return connections.read(
        "walk the chain", sql -> ChainWalk.against(sql, incarnation, seq, hash));
  }

  @Override
  public Identity identity() {
    return identity;
  }

  /**
   * Writes a consistent copy into {@code folder} while work goes on. The copy holds no key:
   * payloads and state in it open only for a station the hall has enrolled. So a stolen backup
   * shows nothing, and a restore on a new machine begins with enrolling it.
   */
  public Path backup(Path folder) {
    return Copies.copy(connections, folder.resolve(FILE)).orElseThrow();
  }

  /**
   * Puts a backup in the place of a journal and gives it a new incarnation. The journal it replaces
   * is kept beside it ({@code journal.db.before-N}), never deleted.
   *
   * @param backup the folder a backup was written to
   * @param folder the station's data folder, not in use
   * @param station the station's id
   * @return the identity of the restored journal
   * @throws StoreRefused NO_BACKUP, NOT_A_DATABASE, NOT_OURS, ANOTHER_STATION, IN_USE
   */
  public static Identity restore(Path backup, Path folder, String station) {
    BlockingWork.refuseOnUiThread();
    try (StationLock held = StationLock.take(folder)) {
      return new Restore(backup.resolve(FILE), folder.resolve(FILE), station).run(held);
    } catch (IOException failure) {
      throw new StoreException(Code.IO_ERROR, "restore " + FILE, failure);
    }
  }

  @Override
  public void close() {
    connections.close();
    lock.ifPresent(StationLock::close);
  }
}
