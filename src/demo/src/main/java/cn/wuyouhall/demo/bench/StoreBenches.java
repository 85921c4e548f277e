package cn.wuyouhall.demo.bench;

import cn.wuyouhall.demo.bench.Bench.Measured;
import cn.wuyouhall.demo.hall.SampleHall;
import cn.wuyouhall.devices.codec.EscPosCodec;
import cn.wuyouhall.domain.catalogue.Catalogue;
import cn.wuyouhall.domain.catalogue.ItemSearch;
import cn.wuyouhall.domain.devices.DeviceState;
import cn.wuyouhall.domain.devices.Paper;
import cn.wuyouhall.domain.devices.TicketPrinter;
import cn.wuyouhall.domain.id.Uuid7;
import cn.wuyouhall.domain.journal.StationJournal.Draft;
import cn.wuyouhall.domain.journal.StationJournal.StateRow;
import cn.wuyouhall.domain.queue.Priority;
import cn.wuyouhall.domain.time.Pace;
import cn.wuyouhall.station.IssueOutcome;
import cn.wuyouhall.station.Station;
import cn.wuyouhall.station.Surroundings;
import cn.wuyouhall.station.data.CatalogueFile;
import cn.wuyouhall.station.data.PinyinReadings;
import cn.wuyouhall.store.crypto.FieldCipher;
import cn.wuyouhall.store.crypto.HallKey;
import cn.wuyouhall.store.journal.SqliteStationJournal;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * Rows about the stores, the ticket and the search. Each pair is measured in turn, so that a noisy
 * machine hits both alike.
 */
public final class StoreBenches {
  private static final int WARM_UP = 1_000;
  private static final int ROUNDS = 2_000;
  private static final int CASE_BYTES = 2_400;

  /** Tickets of one line and day, none of them called: a full morning. */
  private static final int TICKETS_A_DAY = 200;

  private static final Instant OPEN = Instant.parse("2026-11-23T02:00:00Z");

  private final InstantSource machine = InstantSource.system();
  private final Path folder;
  private final SecureRandom random = new SecureRandom();

  /** Benches that work below this folder, which lies on the disk to be measured. */
  public StoreBenches(Path folder) {
    this.folder = folder;
  }

  /** The rows. */
  public List<Bench> rows() {
    return List.of(
        new Bench("save", "save of a case, p50 / bare FULL commit, p50", 2.0, "x", this::save),
        new Bench("ticket", "wish to bytes at the line, p50 / bare commit", 2.5, "x", this::ticket),
        new Bench("bytes", "standard ticket", 400, "bytes", this::bytes),
        new Bench("search", "item search, 100 queries, p99", 5, "ms", StoreBenches::search));
  }

  /**
   * A bare SQLite commit of a row of a case's size, WAL and synchronous=FULL, on the same disk: the
   * measure of both rows.
   */
  private static final class BareCommit implements AutoCloseable {
    private final Connection connection;
    private final PreparedStatement insert;
    private final byte[] row;

    BareCommit(Path file) throws Exception {
      connection = DriverManager.getConnection("jdbc:sqlite:" + file);
      try (var statement = connection.createStatement()) {
        statement.execute("PRAGMA journal_mode = WAL");
        statement.execute("PRAGMA synchronous = FULL");
        statement.execute("CREATE TABLE bare (body BLOB)");
      }
      insert = connection.prepareStatement("INSERT INTO bare VALUES (?)");
      row = new byte[CASE_BYTES];
    }

    long once() throws Exception {
      long began = System.nanoTime();
      insert.setBytes(1, row);
      insert.executeUpdate();
      return System.nanoTime() - began;
    }

    @Override
    public void close() throws Exception {
      insert.close();
      connection.close();
    }
  }

  private Measured save() throws Exception {
    Path place = Files.createTempDirectory(folder, "save");
    Uuid7 ids = new Uuid7(InstantSource.system(), random);
    Series ours = new Series(ROUNDS);
    Series bare = new Series(ROUNDS);
    try (BareCommit commit = new BareCommit(place.resolve("bare.db"));
        SqliteStationJournal journal =
            SqliteStationJournal.open(
                place.resolve("station"),
                "bench",
                new FieldCipher(HallKey.generate(random)),
                machine.instant())) {
      byte[] body = new byte[CASE_BYTES];
      for (int i = -WARM_UP; i < ROUNDS; i++) {
        String id = ids.next().toString();
        UUID entry = ids.next();
        Draft draft =
            new Draft(
                entry,
                "case.accepted",
                1,
                body,
                List.of(
                    new StateRow("case", id, entry.toString().getBytes(StandardCharsets.US_ASCII)),
                    new StateRow("counter", "2026-11-23", new byte[] {'1'}),
                    new StateRow("draft", id, new byte[0])),
                true);
        long began = System.nanoTime();
        journal.append(draft, machine.instant());
        long took = System.nanoTime() - began;
        long bareTook = commit.once();
        if (i >= 0) {
          ours.add(took);
          bare.add(bareTook);
        }
      }
    }
    return ratio(ours, bare);
  }

  private static Measured ratio(Series ours, Series bare) {
    return new Measured(
        ours.millis(0.5) / bare.millis(0.5),
        "ours p50 %.3f ms p99 %.3f ms, bare p50 %.3f ms p99 %.3f ms"
            .formatted(ours.millis(0.5), ours.millis(0.99), bare.millis(0.5), bare.millis(0.99)));
  }

  /** A printer that notes when the encoded bytes would go to its line, and confirms. */
  private static final class NotingPrinter implements TicketPrinter {
    private final EscPosCodec codec = new EscPosCodec(EscPosCodec.WIDE);
    private final AtomicLong handedAt = new AtomicLong();
    private final AtomicInteger bytes = new AtomicInteger();

    @Override
    public PrintResult print(Paper paper) {
      bytes.set(codec.encode(paper).length);
      handedAt.set(System.nanoTime());
      return new PrintResult.Printed();
    }

    @Override
    public DeviceState state() {
      return new DeviceState(DeviceState.Health.GOOD, "", Optional.empty());
    }

    @Override
    public void onState(Consumer<DeviceState> listener) {
      listener.accept(state());
    }

    @Override
    public void close() {}
  }

  private Measured ticket() throws Exception {
    NotingPrinter printer = new NotingPrinter();
    Series ours = new Series(ROUNDS);
    Series bare = new Series(ROUNDS);
    Path place = Files.createTempDirectory(folder, "ticket");
    AtomicReference<Instant> now = new AtomicReference<>(OPEN);
    try (BareCommit commit = new BareCommit(place.resolve("bare.db"));
        Station kiosk = kiosk(place, printer, now::get)) {
      for (int i = -WARM_UP; i < ROUNDS; i++) {
        now.set(OPEN.plus(Duration.ofDays((i + WARM_UP) / TICKETS_A_DAY)));
        long began = System.nanoTime();
        IssueOutcome outcome =
            kiosk
                .issueTicket()
                .orElseThrow()
                .issue("social", Optional.empty(), Priority.NONE, "b" + i);
        long took = printer.handedAt.get() - began;
        if (!(outcome instanceof IssueOutcome.Issued)) {
          throw new IllegalStateException("no ticket came: " + outcome);
        }
        long bareTook = commit.once();
        if (i >= 0) {
          ours.add(took);
          bare.add(bareTook);
        }
      }
    }
    return ratio(ours, bare);
  }

  private Measured bytes() throws Exception {
    NotingPrinter printer = new NotingPrinter();
    try (Station kiosk = kiosk(Files.createTempDirectory(folder, "bytes"), printer, () -> OPEN)) {
      kiosk.issueTicket().orElseThrow().issue("social", Optional.empty(), Priority.NONE, "");
    }
    return new Measured(printer.bytes.get(), "GB18030 text, native QR code, one cut");
  }

  private static Station kiosk(Path place, TicketPrinter printer, InstantSource clock) {
    Surroundings around =
        Surroundings.real()
            .at(clock, Pace.REAL)
            .with(
                new Surroundings.Seams(
                    queue -> queue,
                    real -> printer,
                    cases -> cases,
                    box -> box,
                    ratings -> ratings));
    SampleHall hall =
        SampleHall.make(
            place.resolve("hall"),
            Map.of("kiosk/ticket-printer", "file:" + place.resolve("paper.bin")),
            "http://127.0.0.1:9",
            around);
    return Station.open(hall.settings("kiosk-1"), around);
  }

  private static Measured search() throws Exception {
    Catalogue catalogue = CatalogueFile.sample();
    ItemSearch search = new ItemSearch(catalogue, new PinyinReadings());
    List<String> queries;
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                StoreBenches.class.getResourceAsStream("/cn/wuyouhall/sample/search-queries.csv"),
                StandardCharsets.UTF_8))) {
      queries =
          in.lines()
              .skip(1)
              .filter(line -> !line.isBlank())
              .map(line -> line.split(",", 2)[0])
              .toList();
    }
    Series spans = new Series(queries.size() * 20);
    for (int round = -10; round < 20; round++) {
      for (String query : queries) {
        long began = System.nanoTime();
        search.search(query, 10);
        long took = System.nanoTime() - began;
        if (round >= 0) {
          spans.add(took);
        }
      }
    }
    return new Measured(
        spans.millis(0.99),
        "%d queries over %d items, p50 %.2f ms"
            .formatted(queries.size(), catalogue.items().size(), spans.millis(0.5)));
  }
}
