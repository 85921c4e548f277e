package cn.wuyouhall.platform;

import cn.wuyouhall.domain.cases.HallOutbox;
import cn.wuyouhall.domain.work.BlockingWork;
import cn.wuyouhall.platform.Exchange.Answer;
import cn.wuyouhall.platform.Exchange.Silence;
import cn.wuyouhall.platform.contract.CaseReceipt;
import cn.wuyouhall.platform.contract.ErrorReply;
import cn.wuyouhall.platform.contract.Health;
import cn.wuyouhall.platform.contract.RatingKey;
import cn.wuyouhall.platform.contract.RatingReceipt;
import cn.wuyouhall.platform.contract.StatusPage;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;

/**
 * Calls the provincial platform. Each method is one request and never repeats itself: whoever calls
 * decides when to come again, and everything written carries its idempotency key.
 *
 * <p>Blocks up to {@link Limits#call()}; any thread but the screens'; safe for several at once.
 */
public final class PlatformClient implements AutoCloseable {
  private static final MediaType JSON = MediaType.get("application/json");

  private final HttpUrl base;
  private final Limits limits;
  private final Exchange exchange;

  /**
   * A client of the platform at this address; connects only when called.
   *
   * @param url {@code http://host:port} or https, with or without a path in front of {@code /v1}
   * @throws IllegalArgumentException when that is no such address
   */
  public PlatformClient(String url, Limits limits) {
    this.base = HttpUrl.get(url);
    this.limits = limits;
    this.exchange = new Exchange(limits);
  }

  /** Whether a client can be made for this address. */
  public static boolean isAddress(String url) {
    return HttpUrl.parse(url) != null;
  }

  /** Sends the frozen bytes once. */
  public DeliveryResult deliver(Delivery delivery) {
    BlockingWork.refuseOnUiThread();
    HttpUrl url =
        switch (delivery.kind()) {
          case CASE_EVENT -> at("v1/cases/" + delivery.subject() + "/events");
          case RATING -> at("v1/ratings");
        };
    Request request =
        new Request.Builder()
            .url(url)
            .header("Idempotency-Key", delivery.key().toString())
            .post(RequestBody.create(delivery.body(), JSON))
            .build();
    return switch (exchange.call(request, limits.reply())) {
      case Silence silence -> new DeliveryResult.TryLater(silence.failure(), Optional.empty());
      case Answer answer -> resultOf(delivery, answer);
    };
  }

  /** The status entries after this cursor, oldest first; {@code ""} begins at the beginning. */
  public Reading<StatusPage> status(String cursor, int limit) {
    HttpUrl.Builder url = at("v1/status").newBuilder();
    if (!cursor.isEmpty()) {
      url.addQueryParameter("after", cursor);
    }
    url.addQueryParameter("limit", Integer.toString(limit));
    return read(get(url.build()), limits.reply(), json(StatusPage.class, PlatformClient::isWhole));
  }

  /** The key that ratings are sealed to. */
  public Reading<RatingKey> ratingKey() {
    return read(
        get(at("v1/keys/rating")),
        limits.reply(),
        json(
            RatingKey.class,
            key ->
                key.keyId() != null
                    && "SM2".equals(key.algorithm())
                    && key.publicKey() != null
                    && key.publicKey().matches("04[0-9a-f]{128}")));
  }

  /** Whether the platform takes work. */
  public Reading<Health> health() {
    return read(
        get(at("v1/health")),
        limits.reply(),
        json(Health.class, health -> "ok".equals(health.status()) && health.at() != null));
  }

  /**
   * The catalogue, if it is another than the one held.
   *
   * @param etag of the copy held; empty for none
   */
  public Reading<CatalogueReply> catalogue(Optional<String> etag) {
    Request.Builder request = new Request.Builder().url(at("v1/catalogue"));
    etag.ifPresent(held -> request.header("If-None-Match", held));
    return read(request.build(), limits.catalogue(), PlatformClient::catalogueOf);
  }

  /** Breaks off calls under way (they come to {@link Failure#CUT_OFF}) and lets connections go. */
  @Override
  public void close() {
    exchange.close();
  }

  private DeliveryResult resultOf(Delivery delivery, Answer answer) {
    if (answer.status() == 200 || answer.status() == 201) {
      boolean replay = "true".equals(answer.header("Idempotent-Replay"));
      return delivered(delivery, answer, replay)
          .<DeliveryResult>map(Function.identity())
          .orElseGet(() -> new DeliveryResult.TryLater(Failure.NOT_UNDERSTOOD, Optional.empty()));
    }
    Optional<ErrorReply> error = errorOf(answer);
    if (answer.isFinalError() && error.isPresent()) {
      return new DeliveryResult.Refused(error.get().code(), error.get().message());
    }
    return new DeliveryResult.TryLater(failureOf(answer), answer.retryAfter());
  }

  /** The receipt, when it is one and of the thing that was sent. */
  private static Optional<DeliveryResult.Delivered> delivered(
      Delivery delivery, Answer answer, boolean replay) {
    if (delivery.kind() == HallOutbox.Kind.RATING) {
      return answer
          .json(RatingReceipt.class)
          .filter(receipt -> delivery.subject().equals(receipt.ratingId()))
          .filter(receipt -> receipt.receivedAt() != null)
          .map(receipt -> new DeliveryResult.Delivered("", receipt.receivedAt(), replay));
    }
    return answer
        .json(CaseReceipt.class)
        .filter(receipt -> delivery.subject().equals(receipt.caseId()))
        .filter(receipt -> receipt.provincialNo() != null && receipt.receivedAt() != null)
        .map(receipt ->
            new DeliveryResult.Delivered(receipt.provincialNo(), receipt.receivedAt(), replay));
  }

  private <T> Reading<T> read(Request request, long most, Function<Answer, Optional<T>> reader) {
    BlockingWork.refuseOnUiThread();
    return switch (exchange.call(request, most)) {
      case Silence silence -> new Reading.NotRead<>(silence.failure(), Optional.empty());
      case Answer answer ->
          reader
              .apply(answer)
              .<Reading<T>>map(Reading.Read::new)
              .orElseGet(() -> new Reading.NotRead<>(failureOf(answer), answer.retryAfter()));
    };
  }

  private static <T> Function<Answer, Optional<T>> json(Class<T> type, Predicate<T> whole) {
    return answer -> answer.status() == 200 ? answer.json(type).filter(whole) : Optional.<T>empty();
  }

  private static boolean isWhole(StatusPage page) {
    return page.cursor() != null
        && page.entries().stream()
            .allMatch(entry ->
                entry.caseId() != null
                    && entry.provincialNo() != null
                    && entry.stage() != null
                    && entry.at() != null);
  }

  private static Optional<CatalogueReply> catalogueOf(Answer answer) {
    if (answer.status() == 304) {
      return Optional.of(new CatalogueReply.Unchanged());
    }
    String etag = answer.header("ETag");
    if (answer.status() != 200 || etag == null || !answer.isJsonObject()) {
      return Optional.empty();
    }
    return Optional.of(new CatalogueReply.Newer(etag, answer.body()));
  }

  /** Why a reply that is no answer is none. */
  private static Failure failureOf(Answer answer) {
    int status = answer.status();
    if (status == 429 || status == 408) {
      return Failure.BUSY;
    }
    if (status >= 500) {
      return Failure.FAULT;
    }
    return answer.isFinalError() && errorOf(answer).isPresent()
        ? Failure.READ_REFUSED
        : Failure.NOT_UNDERSTOOD;
  }

  private static Optional<ErrorReply> errorOf(Answer answer) {
    return answer
        .json(ErrorReply.class)
        .filter(error -> error.code() != null && error.message() != null);
  }

  private static Request get(HttpUrl url) {
    return new Request.Builder().url(url).build();
  }

  private HttpUrl at(String path) {
    return base.newBuilder().addPathSegments(path).build();
  }
}
