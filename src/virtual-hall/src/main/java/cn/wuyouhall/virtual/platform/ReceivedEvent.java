package cn.wuyouhall.virtual.platform;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * A case event as the sandbox keeps it. Of the applicant only a masked name is kept: nothing the
 * sandbox does needs more, and its files then hold no personal data.
 */
record ReceivedEvent(
    UUID caseId,
    String caseNo,
    int version,
    String kind,
    Instant occurredAt,
    String station,
    String operator,
    String itemCode,
    String itemName,
    String applicant,
    int materials,
    int deferred,
    String promisedDue,
    String legalDue,
    int documents) {
  private static final Set<String> KINDS =
      Set.of("accepted", "accepted-deferred", "notice", "refused", "withdrawn", "closed");
  private static final Set<String> MARKS =
      Set.of("verified", "original", "copy", "deferred", "committed", "missing");
  private static final Pattern SM3 = Pattern.compile("[0-9a-f]{64}");

  /** Reads a body of the contract's {@code CaseEvent}. */
  static ReceivedEvent of(byte[] body, UUID caseInPath) throws InvalidBody {
    Fields event = Fields.of(body);
    if (!event.id("caseId").equals(caseInPath)) {
      throw new InvalidBody("caseId is not the one in the address");
    }
    Fields item = event.object("item");
    int deferred = 0;
    for (Fields each : event.objects("deferred")) {
      each.text("id");
      each.day("until");
      deferred++;
    }
    return new ReceivedEvent(
        caseInPath,
        event.filled("caseNo", 50),
        event.number("version", 1),
        event.oneOf("kind", KINDS),
        event.instant("occurredAt"),
        event.text("station"),
        event.text("operator"),
        item.filled("code", 33),
        item.filled("name", 500),
        applicantOf(event.object("applicant")),
        materialsOf(event),
        deferred,
        event.dayOrNull("promisedDue").map(Object::toString).orElse(null),
        event.dayOrNull("legalDue").map(Object::toString).orElse(null),
        documentsOf(event));
  }

  private static String applicantOf(Fields applicant) throws InvalidBody {
    String kind = applicant.oneOf("kind", Set.of("1", "2"));
    applicant.oneOf("idType", Set.of("111", "553", "001", "990"));
    applicant.filled("idNumber", 64);
    applicant.text("phone");
    String name = applicant.filled("name", 200);
    return "2".equals(kind) ? name : masked(name);
  }

  private static int materialsOf(Fields event) throws InvalidBody {
    int count = 0;
    for (Fields material : event.objects("materials")) {
      material.text("id");
      material.text("name");
      material.oneOf("mark", MARKS);
      count++;
    }
    return count;
  }

  private static int documentsOf(Fields event) throws InvalidBody {
    int count = 0;
    for (Fields document : event.objects("documents")) {
      document.text("kind");
      document.filled("number", 30);
      document.matching("sm3", SM3);
      document.number("bytes", 0);
      count++;
    }
    return count;
  }

  /** 张*, 张*三, 欧**娜: the first character, and the last where there are three or more. */
  static String masked(String name) {
    int[] all = name.codePoints().toArray();
    String first = new String(all, 0, 1);
    return switch (all.length) {
      case 1 -> "*";
      case 2 -> first + "*";
      default -> first + "*".repeat(all.length - 2) + new String(all, all.length - 1, 1);
    };
  }
}
