package cn.wuyouhall.demo.check;

import cn.wuyouhall.demo.check.Book.Row;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Opens the sealed grades in the outbox with the supervisors' phrase and compares them with those
 * the province read. Needs the key file of a station beside its journal, since the sealed bodies
 * are stored under the hall's key.
 */
final class SealCheck {
  private final Books books;
  private final Notebook notes;
  private final Keys keys;
  private final Optional<String> phrase;

  SealCheck(Books books, Notebook notes, Evidence evidence) {
    this.books = books;
    this.notes = notes;
    this.phrase = evidence.supervisorsPhrase();
    this.keys = new Keys();
    evidence.journals().forEach(journal -> keys.station(journal.resolveSibling("station.key")));
  }

  void run() {
    if (phrase.isEmpty()) {
      notes.note(Rule.GRADES_SEALED, "no phrase was given: the seals were not opened");
      return;
    }
    for (Row row : books.hall("SELECT * FROM station_key WHERE wrapped IS NOT NULL")) {
      keys.hall(row.text("station"), row.bytes("wrapped"));
    }
    for (Row row : books.hall("SELECT * FROM supervisor_key")) {
      keys.supervisors(row.text("key_id"), row.text("sealed_private"), phrase.get());
    }
    List<Row> answers =
        books.hall(
            "SELECT o.id, o.frozen, o.lane FROM outbox o JOIN rating_outcome r"
                + " ON r.journal_id = o.id WHERE r.outcome = 'ANSWERED' AND o.frozen IS NOT NULL");
    for (Row answer : answers) {
      compare(answer);
    }
  }

  private void compare(Row answer) {
    String invitation = answer.text("lane");
    Optional<JsonNode> inside =
        keys.field(answer.bytes("frozen"), "outbox/frozen/" + answer.text("id"))
            .map(SealCheck::json)
            .flatMap(this::opened);
    notes.see(
        Rule.GRADES_SEALED,
        inside.isPresent(),
        "the seal of invitation %s does not open for the supervisors",
        invitation);
    if (inside.isEmpty()) {
      return;
    }
    for (Row rating :
        books.province("SELECT * FROM ratings WHERE rating_id = '%s'".formatted(invitation))) {
      boolean same =
          inside.get().path("satisfaction").asLong() == rating.number("grade")
              && inside.get().path("subject").path("id").asText().equals(rating.text("subject_id"))
              && inside.get().path("round").asLong() == rating.number("round");
      notes.see(
          Rule.RATINGS, same, "the province read another grade for invitation %s", invitation);
    }
  }

  private Optional<JsonNode> opened(JsonNode body) {
    JsonNode sealed = body.path("sealed");
    HexFormat hex = HexFormat.of();
    for (JsonNode recipient : sealed.path("recipients")) {
      Optional<byte[]> content =
          keys.grade(
              recipient.path("keyId").asText(),
              hex.parseHex(recipient.path("wrapped").asText()),
              hex.parseHex(sealed.path("nonce").asText()),
              hex.parseHex(sealed.path("ciphertext").asText()));
      if (content.isPresent()) {
        return content.map(SealCheck::json);
      }
    }
    return Optional.empty();
  }

  private static JsonNode json(byte[] bytes) {
    try {
      return JsonMapper.builder().build().readTree(bytes);
    } catch (IOException notJson) {
      return JsonMapper.builder().build().nullNode();
    }
  }
}
