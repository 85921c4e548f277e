package cn.wuyouhall.virtual.platform;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A provincial platform on this machine, for development, training, the demo and tests: the whole
 * contract over HTTP, on 127.0.0.1 only, and a page at {@code /} that lists what was received.
 *
 * <p>What it answered with success is on disk: it may be killed at any moment, which is also the
 * way to play an outage. Its folder holds {@code sandbox.db} and its key for ratings. Nothing here
 * is protected by a password: not for real data.
 */
public final class Sandbox implements AutoCloseable {
  /** The database within the sandbox's folder. */
  public static final String DATABASE = "sandbox.db";

  private static final Logger LOG = LoggerFactory.getLogger(Sandbox.class);
  private static final int MOST_BYTES = 1 << 20;
  private static final Map<String, Integer> STATUS_OF_FAULT =
      Map.of("NOT_JSON", 400, "KEY_MISSING", 400, "TOO_LARGE", 413);

  private final InstantSource clock;
  private final SandboxStore store;
  private final Register register;
  private final RatingKey key;
  private final Optional<SampleCatalogue> catalogue;
  private final SandboxPage page;
  private final List<Endpoint> endpoints;
  private final Javalin server;

  /**
   * An address of the contract and what answers there.
   *
   * @param method HTTP method, upper case
   * @param path as the contract writes it, with {@code {caseId}}
   */
  public record Endpoint(String method, String path) {}

  private interface Answering {
    Reply to(Context request) throws SQLException, InvalidBody;
  }

  private Sandbox(Path folder, InstantSource clock, StatusPace pace)
      throws IOException, SQLException {
    Files.createDirectories(folder);
    this.clock = () -> clock.instant().truncatedTo(ChronoUnit.MILLIS);
    this.key = RatingKey.in(folder);
    this.catalogue = SampleCatalogue.find();
    this.store = SandboxStore.open(folder.resolve(DATABASE));
    this.register = new Register(store, pace);
    this.page = new SandboxPage(store);
    Map<Endpoint, Answering> routes = routes();
    this.endpoints = List.copyOf(routes.keySet());
    this.server = Javalin.create(config -> configure(config, routes));
  }

  /**
   * Starts a sandbox whose cases take minutes for what takes an office days.
   *
   * @param port 0 for any free one, see {@link #url()}
   * @param folder its own; made when missing, continued when not
   * @param clock its clock, which may be an accelerated one
   * @throws IOException when the folder, the database or the port cannot be had
   */
  public static Sandbox start(int port, Path folder, InstantSource clock) throws IOException {
    return start(port, folder, clock, StatusPace.faster(1440));
  }

  /** Starts a sandbox whose cases go on at this pace. */
  public static Sandbox start(int port, Path folder, InstantSource clock, StatusPace pace)
      throws IOException {
    Sandbox sandbox;
    try {
      sandbox = new Sandbox(folder, clock, pace);
    } catch (SQLException e) {
      throw new IOException("the sandbox's database in " + folder + " cannot be used", e);
    }
    try {
      sandbox.server.start("127.0.0.1", port);
      return sandbox;
    } catch (RuntimeException e) {
      sandbox.close();
      throw new IOException("port " + port + " is taken or not allowed: choose another", e);
    }
  }

  /** Where it listens, without a slash at the end. */
  public String url() {
    return "http://127.0.0.1:" + port();
  }

  /** The port it listens on. */
  public int port() {
    return server.port();
  }

  /** What it serves of the contract. */
  public List<Endpoint> endpoints() {
    return endpoints;
  }

  /** Stops listening and closes the database; what was answered stays. */
  @Override
  public void close() {
    server.stop();
    try {
      store.close();
    } catch (SQLException e) {
      LOG.warn("sandbox-close: the database did not close cleanly", e);
    }
  }

  private Map<Endpoint, Answering> routes() {
    return Map.of(
        new Endpoint("GET", "/v1/health"), request -> health(),
        new Endpoint("GET", "/v1/catalogue"), this::catalogue,
        new Endpoint("GET", "/v1/keys/rating"), request -> ratingKey(),
        new Endpoint("POST", "/v1/cases/{caseId}/events"), this::caseEvent,
        new Endpoint("POST", "/v1/ratings"), this::rating,
        new Endpoint("GET", "/v1/status"), this::status);
  }

  private void configure(JavalinConfig config, Map<Endpoint, Answering> routes) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.http.prefer405over404 = true;
    routes.forEach((endpoint, answering) ->
        config.routes.addHttpHandler(
            HandlerType.findOrCreate(endpoint.method()),
            endpoint.path(),
            request -> answer(request, answering)));
    config.routes.get("/", this::showPage);
    config.routes.exception(Exception.class, Sandbox::explain);
    config.routes.error(404, request -> ifBare(request, "NOT_FOUND", "there is nothing here"));
    config.routes.error(
        405, request -> ifBare(request, "METHOD_NOT_ALLOWED", "not by this method"));
    config.routes.after("/v1/*", this::log);
  }

  private static void answer(Context request, Answering answering) throws SQLException {
    try {
      give(request, answering.to(request));
    } catch (InvalidBody e) {
      int status = STATUS_OF_FAULT.getOrDefault(e.code(), 422);
      give(request, Reply.error(status, e.code(), e.getMessage()));
    }
  }

  private static void give(Context request, Reply reply) {
    request.status(reply.status());
    if (reply.replay()) {
      request.header("Idempotent-Replay", "true");
    }
    if (!reply.body().isEmpty()) {
      request.contentType("application/json").result(reply.bytes());
    }
  }

  private static void explain(Exception e, Context request) {
    if (e instanceof HttpResponseException known) {
      give(request, Reply.error(known.getStatus(), "BAD_REQUEST", "the request cannot be taken"));
      return;
    }
    LOG.error("sandbox-fault: {} {}", request.method(), request.path(), e);
    give(request, Reply.error(500, "INTERNAL", "the platform has a fault; come again later"));
  }

  private static void ifBare(Context request, String code, String message) {
    String type = request.res().getContentType();
    if (type == null || !type.startsWith("application/json")) {
      give(request, Reply.error(request.statusCode(), code, message));
    }
  }

  private Reply health() {
    return Reply.of(
        200,
        Reply.MAPPER.createObjectNode().put("status", "ok").put("at", clock.instant().toString()));
  }

  private Reply catalogue(Context request) {
    if (catalogue.isEmpty()) {
      return Reply.error(404, "NO_CATALOGUE", "this platform has no catalogue");
    }
    SampleCatalogue sample = catalogue.get();
    request.header("ETag", sample.etag());
    return sample.etag().equals(request.header("If-None-Match"))
        ? new Reply(304, "", false)
        : new Reply(200, sample.json(), false);
  }

  private Reply ratingKey() {
    return Reply.of(
        200,
        Reply.MAPPER
            .createObjectNode()
            .put("keyId", key.id())
            .put("algorithm", "SM2")
            .put("publicKey", key.publicHex()));
  }

  private Reply caseEvent(Context request) throws SQLException, InvalidBody {
    UUID caseId = idOf(request.pathParam("caseId"), "the case id in the address");
    Register.Write write = write(request);
    Optional<Reply> before = register.repeated(write);
    return before.isPresent()
        ? before.get()
        : register.take(write, ReceivedEvent.of(write.body(), caseId));
  }

  private Reply rating(Context request) throws SQLException, InvalidBody {
    Register.Write write = write(request);
    Optional<Reply> before = register.repeated(write);
    return before.isPresent()
        ? before.get()
        : register.take(write, ReceivedRating.of(write.body(), key));
  }

  private Reply status(Context request) throws SQLException {
    String after = Optional.ofNullable(request.queryParam("after")).orElse("");
    String limit = Optional.ofNullable(request.queryParam("limit")).orElse("100");
    int entries = limit.matches("[0-9]{1,3}") ? Integer.parseInt(limit) : 0;
    if (!after.matches("[0-9]{0,18}") || entries < 1 || entries > Register.MOST_ENTRIES) {
      return Reply.error(400, "BAD_REQUEST", "after is no cursor, or limit is not 1 to 500");
    }
    return register.status(after.isEmpty() ? 0 : Long.parseLong(after), entries, clock.instant());
  }

  private Register.Write write(Context request) throws InvalidBody {
    String given = request.header("Idempotency-Key");
    if (given == null) {
      throw new InvalidBody("KEY_MISSING", "Idempotency-Key is missing");
    }
    UUID id = idOf(given, "Idempotency-Key");
    return new Register.Write(id, request.path(), bodyOf(request), clock.instant());
  }

  /**
   * Takes in all of it even when it is too large: a sender cut off in mid-sentence hears nothing.
   */
  private static byte[] bodyOf(Context request) throws InvalidBody {
    try (InputStream in = request.bodyInputStream()) {
      byte[] body = in.readNBytes(MOST_BYTES);
      if (in.read() >= 0) {
        in.transferTo(OutputStream.nullOutputStream());
        throw new InvalidBody("TOO_LARGE", "the body is larger than 1 MiB");
      }
      return body;
    } catch (IOException e) {
      throw new InvalidBody("NOT_JSON", "the body cannot be read");
    }
  }

  private static UUID idOf(String text, String what) throws InvalidBody {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw new InvalidBody(what + " is not an id");
    }
  }

  private void showPage(Context request) throws SQLException {
    Instant now = clock.instant();
    register.advance(now);
    boolean english = "en".equals(request.queryParam("lang"));
    String html = page.render(english ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE, now);
    request.header("Cache-Control", "no-store");
    request.header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'");
    request.html(html);
  }

  /** Before the reply leaves: a reply that is lost on the way was still given. */
  private void log(Context request) throws SQLException {
    String given = request.header("Idempotency-Key");
    String key = given == null ? null : given.substring(0, Math.min(64, given.length()));
    boolean replay = "true".equals(request.res().getHeader("Idempotent-Replay"));
    store.write(tx ->
        tx.change(
            "INSERT INTO requests (at, method, path, idempotency_key, status, replay)"
                + " VALUES (?, ?, ?, ?, ?, ?)",
            clock.instant().toEpochMilli(),
            request.method().toString(),
            request.path(),
            key,
            request.statusCode(),
            replay ? 1 : 0));
  }
}
