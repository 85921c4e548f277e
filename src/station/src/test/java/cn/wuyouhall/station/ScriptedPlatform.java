package cn.wuyouhall.station;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A province that does with each delivery what was written before; without a word it takes it. */
final class ScriptedPlatform implements AutoCloseable {
  enum Does {
    TAKES,
    /** Takes it, and the reply is lost. */
    LOSES_THE_REPLY,
    /** Answers with a page. */
    HTML,
    FAULT,
    /** Does not want it. */
    REFUSES,
    /** Come again in seven seconds. */
    BUSY
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final ObjectMapper json = new ObjectMapper();
  private final Deque<Does> script = new ArrayDeque<>();
  private final Map<String, byte[]> taken = new LinkedHashMap<>();
  private final List<String> asked = new ArrayList<>();
  private final List<String> changedBytes = new ArrayList<>();
  private String ratingKey = "{}";
  private String status = "{\"entries\":[],\"cursor\":\"0\"}";

  ScriptedPlatform() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 8);
    server.setExecutor(threads);
    server.createContext("/", this::serve);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  synchronized void next(Does... does) {
    script.addAll(List.of(does));
  }

  synchronized void status(String page) {
    status = page;
  }

  /** The key it names for ratings, and refuses ratings that are not sealed for. */
  synchronized void ratingKey(String keyId, byte[] publicKey) {
    ratingKey =
        "{\"keyId\":\"%s\",\"algorithm\":\"SM2\",\"publicKey\":\"%s\"}"
            .formatted(keyId, HexFormat.of().formatHex(publicKey));
  }

  /** Idempotency keys in the order of their first effect. */
  synchronized List<String> taken() {
    return List.copyOf(taken.keySet());
  }

  synchronized JsonNode body(int index) throws IOException {
    return json.readTree(List.copyOf(taken.values()).get(index));
  }

  /** Keys of every delivery, also those in vain. */
  synchronized List<String> asked() {
    return List.copyOf(asked);
  }

  /** Keys that came a second time with other bytes; must stay empty. */
  synchronized List<String> changedBytes() {
    return List.copyOf(changedBytes);
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      if (exchange.getRequestMethod().equals("GET")) {
        boolean key = exchange.getRequestURI().getPath().equals("/v1/keys/rating");
        answer(exchange, 200, "application/json", key ? namedKey() : statusPage());
      } else {
        post(exchange, body);
      }
    }
  }

  private synchronized String namedKey() {
    return ratingKey;
  }

  private synchronized String statusPage() {
    return status;
  }

  private synchronized void post(HttpExchange exchange, byte[] body) throws IOException {
    String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
    asked.add(key);
    JsonNode rating = json.readTree(body).path("sealed").path("recipients");
    if (rating.isArray()
        && rating.findValuesAsText("keyId").stream().noneMatch(ratingKey::contains)) {
      answer(
          exchange,
          422,
          "application/json",
          "{\"code\":\"NOT_SEALED_TO_US\",\"message\":\"no recipient has our key\"}");
      return;
    }
    Does does = script.isEmpty() ? Does.TAKES : script.poll();
    switch (does) {
      case TAKES -> {
        take(key, body);
        JsonNode sent = json.readTree(body);
        answer(
            exchange,
            201,
            "application/json",
            sent.has("caseId")
                ? "{\"caseId\":%s,\"provincialNo\":\"P1\",\"receivedAt\":\"2026-11-23T02:00:00Z\"}"
                    .formatted(sent.get("caseId"))
                : "{\"ratingId\":%s,\"receivedAt\":\"2026-11-23T02:00:00Z\"}"
                    .formatted(sent.get("ratingId")));
      }
      case LOSES_THE_REPLY -> take(key, body);
      case HTML -> answer(exchange, 200, "text/html", "<h1>系统维护中</h1>");
      case FAULT -> answer(exchange, 500, "text/html", "<h1>oh</h1>");
      case REFUSES ->
          answer(
              exchange,
              422,
              "application/json",
              "{\"code\":\"ITEM_UNKNOWN\",\"message\":\"no such item\"}");
      case BUSY -> {
        exchange.getResponseHeaders().add("Retry-After", "7");
        answer(exchange, 429, "application/json", "{\"code\":\"BUSY\",\"message\":\"later\"}");
      }
    }
  }

  private void take(String key, byte[] body) {
    byte[] before = taken.putIfAbsent(key, body);
    if (before != null && !Arrays.equals(before, body)) {
      changedBytes.add(key);
    }
  }

  private static void answer(HttpExchange exchange, int code, String type, String body)
      throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", type);
    exchange.sendResponseHeaders(code, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
