package cn.wuyouhall.store.hall;

import cn.wuyouhall.domain.hall.HallRules;
import cn.wuyouhall.domain.hall.Line;
import cn.wuyouhall.domain.hall.Name;
import cn.wuyouhall.domain.hall.Window;
import cn.wuyouhall.domain.id.Ids;
import cn.wuyouhall.domain.id.Uuid7;
import cn.wuyouhall.domain.people.IdKind;
import cn.wuyouhall.domain.people.Person;
import cn.wuyouhall.domain.queue.IssueRequest;
import cn.wuyouhall.domain.queue.Priority;
import cn.wuyouhall.store.crypto.FieldCipher;
import cn.wuyouhall.store.crypto.HallKey;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What the suites of the hall database share: a small hall, its rules, its morning. */
public final class TestHall {
  /** Nine o'clock of a Monday in the hall. */
  public static final Instant NINE = Instant.parse("2026-11-23T01:00:00Z");

  public static final HallScope SCOPE = new HallScope("610829", "county");
  public static final Ids IDS = new Uuid7(InstantSource.system(), new SecureRandom());
  public static final HallKey KEY = HallKey.generate(new SecureRandom());
  public static final FieldCipher CIPHER = new FieldCipher(KEY);
  public static final Person LI =
      new Person("李秀兰", IdKind.RESIDENT, "11010519491231002X", "13891234567", false);

  private TestHall() {}

  public static HallRules rules() {
    return new HallRules(
        0,
        LocalDate.parse("2026-01-01"),
        new Name("吴堡县政务服务大厅", "Wubu"),
        "610829",
        List.of(new HallRules.Hours(LocalTime.of(8, 30), LocalTime.of(17, 30))),
        List.of(
            new Line("social", "A", new Name("社保", "Social"), "s1", false, 1),
            new Line("market", "B", new Name("市场", "Market"), "s2", false, 2)),
        List.of(
            new Window(1, new Name("社保", "Social"), List.of("social"), "s1"),
            new Window(2, new Name("综合", "All"), List.of("social", "market"), "s1"),
            new Window(3, new Name("市场", "Market"), List.of("market"), "s2")),
        new HallRules.CallRules(3, Duration.ofSeconds(20), Duration.ofSeconds(5)),
        Duration.ofSeconds(30),
        Duration.ofSeconds(60),
        Duration.ofSeconds(120),
        Duration.ofSeconds(8),
        List.of());
  }

  public static IssueRequest request(String line) {
    return new IssueRequest(IDS.next(), "K01", line, Optional.empty(), Priority.NONE, "");
  }

  public static IssueRequest request(String line, Person holder) {
    return new IssueRequest(IDS.next(), "K01", line, Optional.of(holder), Priority.NONE, "");
  }

  public static UUID id() {
    return IDS.next();
  }
}
