package cn.wuyouhall.platform;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.wuyouhall.domain.cases.CaseRecord;
import cn.wuyouhall.domain.rating.Grade;
import cn.wuyouhall.domain.rating.Invitation;
import cn.wuyouhall.domain.rating.RatingOutcome;
import cn.wuyouhall.virtual.platform.Sandbox;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** openapi.yaml, the sandbox and the client's bytes say the same. */
class ContractTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;
  private SandboxFixture hall;
  private ContractSchemas contract;
  private HttpClient http;

  @BeforeEach
  void start() throws IOException {
    hall = new SandboxFixture(folder);
    contract = ContractSchemas.load();
    http = HttpClient.newHttpClient();
  }

  @AfterEach
  void stop() {
    http.close();
    hall.close();
  }

  @Test
  void whatTheContractNamesIsServedAndNothingElse() throws Exception {
    List<Sandbox.Endpoint> served = hall.sandbox().endpoints();
    assertEquals(
        contract.operations(),
        served.stream()
            .map(endpoint -> endpoint.method() + " " + endpoint.path())
            .collect(Collectors.toCollection(TreeSet::new)));
    for (Sandbox.Endpoint endpoint : served) {
      String path = endpoint.path().replace("{caseId}", Samples.IDS.next().toString());
      HttpResponse<String> reply = send(endpoint.method(), path, null, "");
      assertNotEquals(404, reply.statusCode(), endpoint.toString());
      assertNotEquals(405, reply.statusCode(), endpoint.toString());
    }
  }

  @Test
  void readsAnswerAsTheirSchemasSay() throws Exception {
    hall.client().deliver(Samples.newCase("WB-1"));

    assertFits("Health", send("GET", "/v1/health", null, ""), 200);
    assertFits("RatingKey", send("GET", "/v1/keys/rating", null, ""), 200);
    assertFits("StatusPage", send("GET", "/v1/status", null, ""), 200);
    assertFits("Error", send("GET", "/v1/status?after=x", null, ""), 400);
    assertFits("Error", send("GET", "/v1/nothing", null, ""), 404);
    assertFits("Error", send("GET", "/v1/ratings", null, ""), 405);
    assertFits("Error", send("POST", "/v1/ratings", null, "{}"), 400);
    assertFits("Error", send("POST", "/v1/ratings", Samples.IDS.next(), "{}"), 422);
  }

  @Test
  void bodiesAndReceiptsFitTheirSchemas() throws Exception {
    Delivery event = Samples.newCase("WB-1");
    String body = new String(event.body(), StandardCharsets.UTF_8);
    String path = "/v1/cases/" + event.subject() + "/events";
    assertEquals(List.of(), contract.faults("CaseEvent", JSON.readTree(body)));
    assertFits("CaseReceipt", send("POST", path, event.key(), body), 201);
    assertFits("CaseReceipt", send("POST", path, event.key(), body), 200);
    assertFits("Error", send("POST", path, event.key(), body + " "), 409);
    HttpResponse<String> early = send("POST", path, Samples.IDS.next(), body);
    assertFits("Error", early, 409);
    assertEquals(2, JSON.readTree(early.body()).get("expectedVersion").asInt());

    Invitation invitation = Samples.invitation();
    byte[] content = RatingBody.content(invitation, Grade.FAIRLY_SATISFIED, List.of("307"));
    assertEquals(List.of(), contract.faults("RatingContent", JSON.readTree(content)));
    Delivery rating = Samples.rated(invitation, Samples.seal(content, hall.ratingKey()));
    String rated = new String(rating.body(), StandardCharsets.UTF_8);
    // The sample's supervisors' key is no real wrapping, but of its form.
    assertEquals(List.of(), contract.faults("Rating", JSON.readTree(rated)));
    assertFits("RatingReceipt", send("POST", "/v1/ratings", rating.key(), rated), 201);
    Delivery absent = Samples.absence(Samples.invitation(), RatingOutcome.NOT_ASKED);
    assertEquals(List.of(), contract.faults("Rating", JSON.readTree(absent.body())));
  }

  @Test
  void theSameEventIsAlwaysTheSameBytes() {
    UUID caseId = Samples.IDS.next();
    CaseRecord event = Samples.accepted(caseId, "WB-1");
    assertArrayEquals(
        CaseEventBody.encode(event, 1), CaseEventBody.encode(Samples.accepted(caseId, "WB-1"), 1));
    String body = new String(CaseEventBody.encode(event, 1), StandardCharsets.UTF_8);
    assertTrue(
        body.startsWith("{\"caseId\":\"" + caseId + "\",\"caseNo\":\"WB-1\",\"version\":1,"));
    assertTrue(body.contains("\"occurredAt\":\"2026-11-23T02:42:00Z\""), body);
    assertTrue(body.contains("\"promisedDue\":\"2026-12-03\",\"legalDue\":null"), body);
  }

  @Test
  void gradesRunTheContractsWay() {
    assertEquals(
        List.of(5, 4, 3, 2, 1),
        List.of(Grade.values()).stream().map(ProvinceCodes::satisfaction).toList());
  }

  private void assertFits(String schema, HttpResponse<String> reply, int status)
      throws IOException {
    assertEquals(status, reply.statusCode(), reply.body());
    JsonNode value = JSON.readTree(reply.body());
    assertEquals(List.of(), contract.faults(schema, value), reply.body());
  }

  private HttpResponse<String> send(String method, String path, UUID key, String body)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(hall.sandbox().url() + path))
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(body));
    if (key != null) {
      request.header("Idempotency-Key", key.toString());
    }
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }
}
