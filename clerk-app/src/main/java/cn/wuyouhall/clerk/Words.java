package cn.wuyouhall.clerk;

import cn.wuyouhall.domain.cases.CaseRecord;
import cn.wuyouhall.domain.cases.Decision;
import cn.wuyouhall.domain.catalogue.Item;
import cn.wuyouhall.domain.catalogue.Material;
import cn.wuyouhall.domain.catalogue.TimeLimit;
import cn.wuyouhall.domain.people.Masking;
import cn.wuyouhall.domain.people.Person;
import cn.wuyouhall.domain.queue.CallResult;
import cn.wuyouhall.domain.time.HallTime;
import cn.wuyouhall.station.WindowCalls.Outcome;
import cn.wuyouhall.ui.Texts;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Times, limits and decisions in words. Pure. */
final class Words {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
  private static final DateTimeFormatter MONTH_DAY =
      DateTimeFormatter.ofPattern("MM-dd", Locale.ROOT);
  private static final long MINUTE = 60;

  private Words() {}

  /** 10:42, in the hall. */
  static String time(Instant at) {
    return TIME.format(HallTime.local(at));
  }

  /** 12-03; with its year where that is not this one. */
  static String day(LocalDate day, Instant now) {
    return day.getYear() == HallTime.day(now).getYear() ? MONTH_DAY.format(day) : day.toString();
  }

  /** 10:42 today, 12-03 10:42 before. */
  static String moment(Instant at, Instant now) {
    LocalDate day = HallTime.day(at);
    return day.equals(HallTime.day(now)) ? time(at) : day(day, now) + " " + time(at);
  }

  /** 00:03:12. */
  static String elapsed(Duration span) {
    long seconds = Math.max(0, span.toSeconds());
    return String.format(
        Locale.ROOT, "%02d:%02d:%02d", seconds / 3600, seconds / MINUTE % MINUTE, seconds % MINUTE);
  }

  /** An item's name in the language shown; as it was recorded where it is not in the catalogue. */
  static String item(Around around, CaseRecord record) {
    return around
        .station()
        .findItem()
        .item(record.itemCode())
        .map(item -> around.texts().of(item.name()))
        .orElse(record.itemName());
  }

  /** Whole minutes, never below 0. */
  static long minutes(Instant from, Instant until) {
    return Math.max(0, Duration.between(from, until).toMinutes());
  }

  /** A person as others may see them on this screen; blank when nobody is known. */
  static String masked(Person person) {
    return person.name().isBlank() ? "" : Masking.name(person);
  }

  /** 8 个工作日, or done on the spot. */
  static String limit(Texts texts, TimeLimit limit) {
    return limit.value() == 0
        ? texts.get("limit.now")
        : texts.count("limit." + limit.unit(), limit.value());
  }

  /** What did not come of a call, in a sentence; blank when it was done. */
  static String sentence(Texts texts, Outcome outcome) {
    return switch (outcome) {
      case Outcome.Done done -> "";
      case Outcome.NobodyWaiting() -> texts.get("call.nobody");
      case Outcome.Refused(CallResult.Refused why) ->
          texts.get("refused." + why.reason(), why.until().map(Words::exactTime).orElse(""));
      case Outcome.HallAway() -> texts.get("call.hall-away");
      case Outcome.NotSaved(String code) -> store(texts, code);
    };
  }

  private static String exactTime(Instant at) {
    return DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).format(HallTime.local(at));
  }

  /** Why this station's disk did not take it. */
  static String store(Texts texts, String code) {
    String key = "store." + code;
    return texts.has(key) ? texts.get(key) : texts.get("sentence.failure", code);
  }

  /** Whether a question of the item is still to be answered. */
  private static boolean isUnanswered(Decision decision) {
    return decision.reasons().stream()
        .anyMatch(reason -> reason.code() == Decision.Code.UNANSWERED);
  }

  /** Every reason of a decision as a sentence, in its order. */
  static List<String> reasons(
      Texts texts, Item item, Decision decision, Map<String, LocalDate> lastDays, Instant now) {
    List<String> sentences = new ArrayList<>();
    for (Decision.Reason reason : decision.reasons()) {
      String about =
          Stream.concat(
                  item.materials().stream()
                      .filter(material -> material.id().equals(reason.material()))
                      .map(Material::name),
                  item.situations().stream()
                      .filter(asked -> asked.flag().equals(reason.material()))
                      .map(asked -> texts.of(asked.question())))
              .findFirst()
              .orElse("");
      LocalDate last = lastDays.get(reason.material());
      sentences.add(
          texts.get("reason." + reason.code(), about, last == null ? "" : day(last, now)));
    }
    return sentences;
  }

  /** The decision in one line; what is missing is counted. */
  static String decision(Texts texts, Decision decision) {
    String key = isUnanswered(decision) ? "decision.UNANSWERED" : "decision." + decision.kind();
    return texts.count(key, decision.reasons().size());
  }

  /** How many wait; where not all were read, at least so many. */
  static String waiting(Texts texts, int read) {
    return read < Outlook.WAITING_READ
        ? texts.count("waiting.count", read)
        : texts.get("waiting.count.many", read);
  }

  /** What an accepted case or notice is called. */
  static String kind(Texts texts, CaseRecord.Kind kind) {
    return texts.get("case.kind." + kind);
  }
}
