package cn.wuyouhall.platform;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLException;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okio.BufferedSource;

/**
 * One request, one reply, on OkHttp: bounded in time and size, never repeated by itself (OkHttp
 * would resend on a dead connection), never redirected to somewhere else.
 */
final class Exchange implements AutoCloseable {
  private final OkHttpClient http;

  Exchange(Limits limits) {
    this.http =
        new OkHttpClient.Builder()
            .protocols(List.of(Protocol.HTTP_1_1))
            .connectTimeout(limits.connect())
            .readTimeout(limits.call())
            .writeTimeout(limits.call())
            .callTimeout(limits.call())
            .retryOnConnectionFailure(false)
            .followRedirects(false)
            .followSslRedirects(false)
            .build();
  }

  /** What came back. */
  sealed interface Reply {}

  /** No reply, or none that could be read whole. */
  record Silence(Failure failure) implements Reply {}

  /** A reply, whole. */
  record Answer(Response head, byte[] body) implements Reply {
    int status() {
      return head.code();
    }

    String header(String name) {
      return head.header(name);
    }

    /** A 4xx that repeating would not change. */
    boolean isFinalError() {
      return status() >= 400 && status() < 500 && status() != 429 && status() != 408;
    }

    <T> Optional<T> json(Class<T> type) {
      return isJson() ? Json.read(body, type) : Optional.empty();
    }

    boolean isJsonObject() {
      return isJson() && Json.isObject(body);
    }

    /**
     * What {@code Retry-After} asks for, in seconds and at most an hour; its date form is ignored.
     */
    Optional<Duration> retryAfter() {
      String text = header("Retry-After");
      return text != null && text.matches("[0-9]{1,6}")
          ? Optional.of(Duration.ofSeconds(Math.min(3600, Long.parseLong(text))))
          : Optional.empty();
    }

    private boolean isJson() {
      String type = header("Content-Type");
      MediaType media = type == null ? null : MediaType.parse(type);
      return media != null && "application/json".equals(media.type() + "/" + media.subtype());
    }
  }

  Reply call(Request request, long mostBytes) {
    try (Response response = http.newCall(request).execute()) {
      BufferedSource source = response.body().source();
      if (source.request(mostBytes + 1)) {
        return new Silence(Failure.TOO_LARGE);
      }
      return new Answer(response, source.readByteArray());
    } catch (IOException e) {
      // A connection that served a platform since restarted is dead for the next call too.
      http.connectionPool().evictAll();
      return new Silence(failureOf(e));
    }
  }

  @Override
  public void close() {
    http.dispatcher().cancelAll();
    http.connectionPool().evictAll();
    http.dispatcher().executorService().shutdown();
  }

  private static Failure failureOf(IOException e) {
    return switch (e) {
      case ConnectException refused -> Failure.NO_CONNECTION;
      case NoRouteToHostException away -> Failure.NO_CONNECTION;
      case UnknownHostException unknown -> Failure.NO_CONNECTION;
      case SSLException untrusted -> Failure.NO_CONNECTION;
      case InterruptedIOException late -> Failure.TIMEOUT;
      default -> Failure.CUT_OFF;
    };
  }
}
