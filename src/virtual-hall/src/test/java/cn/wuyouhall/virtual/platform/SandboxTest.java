package cn.wuyouhall.virtual.platform;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sandbox itself; what it does on the wire is tested where the client is. */
class SandboxTest {
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-11-23T02:42:00Z"));

  @TempDir Path folder;

  @Test
  void aTakenPortIsSaidPlainly() throws IOException {
    try (Sandbox first = Sandbox.start(0, folder.resolve("a"), CLOCK)) {
      IOException refused =
          assertThrows(
              IOException.class,
              () -> Sandbox.start(first.port(), folder.resolve("b"), CLOCK).close());
      assertEquals(
          "port " + first.port() + " is taken or not allowed: choose another",
          refused.getMessage());
    }
  }

  @Test
  void aDatabaseThatIsNoneIsRefusedAndLeftAlone() throws IOException {
    Path file = folder.resolve(Sandbox.DATABASE);
    byte[] other = "这不是数据库。".repeat(500).getBytes(StandardCharsets.UTF_8);
    Files.write(file, other);

    assertThrows(IOException.class, () -> Sandbox.start(0, folder, CLOCK).close());

    assertArrayEquals(other, Files.readAllBytes(file));
  }

  @Test
  void onlyItsOwnerReadsItsKey() throws IOException {
    Sandbox.start(0, folder, CLOCK).close();
    assertEquals(
        PosixFilePermissions.fromString("rw-------"),
        Files.getPosixFilePermissions(folder.resolve("rating-key.json")));
  }

  @Test
  void thePageSpeaksBothLanguagesAndEscapesWhatItWasSent() throws Exception {
    try (Sandbox sandbox = Sandbox.start(0, folder, CLOCK);
        HttpClient http = HttpClient.newHttpClient()) {
      String id = "01938000-0000-7000-8000-000000000001";
      String body =
          """
          {"caseId":"%s","caseNo":"<u>1","version":1,"kind":"notice",\
          "occurredAt":"2026-11-23T02:42:00Z","station":"s","operator":"o",\
          "item":{"code":"c","name":"<script>"},"applicant":{"kind":"1","name":"欧阳小娜",\
          "idType":"111","idNumber":"1","phone":""},"materials":[],"deferred":[],\
          "promisedDue":null,"legalDue":null,"documents":[]}\
          """
              .formatted(id);
      HttpRequest post =
          HttpRequest.newBuilder(URI.create(sandbox.url() + "/v1/cases/" + id + "/events"))
              .header("Idempotency-Key", id)
              .POST(HttpRequest.BodyPublishers.ofString(body))
              .build();
      assertEquals(201, http.send(post, HttpResponse.BodyHandlers.ofString()).statusCode());

      String chinese = page(http, sandbox.url() + "/");
      assertTrue(chinese.contains("省平台沙箱") && chinese.contains("补正告知"), chinese);
      assertTrue(chinese.contains("欧**娜") && chinese.contains("&lt;script&gt;"), chinese);
      assertFalse(chinese.contains("<script>") || chinese.contains("<u>1"), chinese);
      assertTrue(page(http, sandbox.url() + "/?lang=en").contains("correction notice"));
    }
  }

  @Test
  void whatTheContractDoesNotAllowIsRefused() throws Exception {
    try (Sandbox sandbox = Sandbox.start(0, folder, CLOCK);
        HttpClient http = HttpClient.newHttpClient()) {
      for (String limit : List.of("0", "501", "999", "1000", "-1", "x")) {
        URI page = URI.create(sandbox.url() + "/v1/status?limit=" + limit);
        assertEquals(400, status(http, HttpRequest.newBuilder(page).build()), limit);
      }
      URI page = URI.create(sandbox.url() + "/v1/status?limit=500");
      assertEquals(200, status(http, HttpRequest.newBuilder(page).build()));
      HttpRequest rubbishBehind =
          HttpRequest.newBuilder(URI.create(sandbox.url() + "/v1/ratings"))
              .header("Idempotency-Key", "01938000-0000-7000-8000-000000000001")
              .POST(HttpRequest.BodyPublishers.ofString("{} and more"))
              .build();
      assertEquals(400, status(http, rubbishBehind));
    }
  }

  private static int status(HttpClient http, HttpRequest request) throws Exception {
    return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
  }

  @Test
  void bothLanguagesHaveTheSameTexts() throws IOException {
    assertEquals(texts("zh_CN"), texts("en"));
  }

  @Test
  void namesAreMaskedByTheirLength() {
    assertEquals("张*", ReceivedEvent.masked("张三"));
    assertEquals("张*三", ReceivedEvent.masked("张小三"));
    assertEquals("欧**娜", ReceivedEvent.masked("欧阳小娜"));
    assertEquals("𠮷*", ReceivedEvent.masked("𠮷田"));
    assertEquals("*", ReceivedEvent.masked("张"));
  }

  @Test
  void aPaceIsTheOfficesManyTimesFaster() {
    assertEquals(
        new StatusPace(Duration.ofMinutes(1), Duration.ofMinutes(2), Duration.ofMinutes(1)),
        StatusPace.faster(1440));
  }

  private static String page(HttpClient http, String url) throws Exception {
    HttpResponse<String> reply =
        http.send(
            HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString());
    assertEquals(200, reply.statusCode());
    return reply.body();
  }

  private static Set<Object> texts(String language) throws IOException {
    Properties texts = new Properties();
    String name = "cn/wuyouhall/texts/sandbox_" + language + ".properties";
    ClassLoader loader = SandboxTest.class.getClassLoader();
    try (Reader in =
        new InputStreamReader(loader.getResourceAsStream(name), StandardCharsets.UTF_8)) {
      texts.load(in);
    }
    return texts.keySet();
  }
}
