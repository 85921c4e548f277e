package cn.wuyouhall.kiosk;

import cn.wuyouhall.domain.catalogue.Catalogue;
import cn.wuyouhall.domain.catalogue.Catalogue.Errand;
import cn.wuyouhall.domain.catalogue.Item;
import cn.wuyouhall.domain.catalogue.Material;
import cn.wuyouhall.domain.catalogue.TimeLimit;
import cn.wuyouhall.domain.devices.DeviceState;
import cn.wuyouhall.domain.devices.IdReader.CardEvent;
import cn.wuyouhall.domain.hall.HallRules;
import cn.wuyouhall.domain.hall.Line;
import cn.wuyouhall.domain.hall.Name;
import cn.wuyouhall.domain.hall.Window;
import cn.wuyouhall.domain.people.IdCard;
import cn.wuyouhall.domain.queue.HallUnavailable;
import cn.wuyouhall.domain.queue.PaperOutcome;
import cn.wuyouhall.domain.queue.Priority;
import cn.wuyouhall.domain.queue.Ticket;
import cn.wuyouhall.domain.queue.TicketNumber;
import cn.wuyouhall.domain.queue.TicketState;
import cn.wuyouhall.domain.queue.WaitEstimate;
import cn.wuyouhall.station.IssueOutcome;
import cn.wuyouhall.station.ShowLines.Offer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * A hall of five lines and sixteen windows that answers as it is told, and remembers what it was
 * asked.
 */
public final class FakeJobs implements KioskJobs {
  /** 10:42 on a Monday. */
  public static final Instant NOW = Instant.parse("2026-11-23T02:42:00Z");

  private static final List<String> LINES =
      List.of("enterprise", "social", "estate", "scene", "general");

  final List<Wish> wishes = new CopyOnWriteArrayList<>();
  final List<PaperOutcome> answers = new CopyOnWriteArrayList<>();
  final List<Consumer<CardEvent>> cards = new ArrayList<>();
  volatile IssueOutcome answer = issued();
  volatile boolean away;
  volatile boolean broken;
  volatile boolean fails;
  volatile DeviceState printer = new DeviceState(DeviceState.Health.GOOD, "", Optional.empty());

  static Ticket ticket() {
    return new Ticket(
        new UUID(0, 23),
        LocalDate.of(2026, 11, 23),
        "social",
        new TicketNumber("A", 23),
        TicketState.WAITING,
        false,
        Priority.NONE,
        NOW,
        Optional.empty(),
        OptionalInt.empty(),
        0,
        Optional.empty());
  }

  static IssueOutcome issued() {
    return new IssueOutcome.Issued(ticket(), 7, new WaitEstimate(15, 25));
  }

  static IdCard card() {
    return card("张小三");
  }

  /** The card of somebody of this name. */
  public static IdCard card(String name) {
    return new IdCard(
        IdCard.CardType.CITIZEN,
        name,
        "",
        "1",
        "01",
        LocalDate.of(1958, 3, 4),
        "陕西省吴堡县",
        "610829195803040017",
        "吴堡县公安局",
        LocalDate.of(2015, 1, 1),
        Optional.empty());
  }

  /** The rules of a hall with these lines and windows. */
  public static HallRules hall() {
    List<Line> lines =
        List.of(
            new Line("enterprise", "B", new Name("企业开办", "Enterprise"), "enterprise", false, 1),
            new Line("social", "A", new Name("社会事务", "Social affairs"), "social", false, 2),
            new Line("estate", "C", new Name("不动产", "Real estate"), "estate", false, 3),
            new Line("scene", "D", new Name("一件事", "One matter"), "", true, 4),
            new Line("general", "E", new Name("综合窗口", "General"), "", false, 5));
    List<Window> windows = new ArrayList<>();
    for (int no = 1; no <= 16; no++) {
      String line = no <= 6 ? "social" : LINES.get(no % LINES.size());
      windows.add(new Window(no, new Name("综合窗口", "General"), List.of(line), "main"));
    }
    return new HallRules(
        1,
        LocalDate.of(2026, 1, 1),
        new Name("吴堡县政务服务大厅", "Wubu County Service Hall"),
        "610829",
        List.of(new HallRules.Hours(LocalTime.of(8, 0), LocalTime.of(18, 0))),
        lines,
        windows,
        new HallRules.CallRules(3, Duration.ofSeconds(20), Duration.ofSeconds(10)),
        Duration.ofSeconds(30),
        Duration.ofSeconds(30),
        Duration.ofSeconds(70),
        Duration.ofSeconds(8),
        List.of(
            new Name(
                "228 个事项可以在“吴优办”小程序办理，少跑一趟。",
                "228 items can be done in the 吴优办 mini-program, without a trip."),
            new Name("身份证请随身带走", "Please take your ID card with you")));
  }

  @Override
  public HallRules rules() {
    return hall();
  }

  @Override
  public Catalogue catalogue() {
    List<Item> items =
        List.of(
            item("01", "小餐饮经营许可(首次)", "enterprise", "营业场所证明", "食品安全管理制度", "健康证明"),
            item("02", "个体工商户设立登记", "enterprise", "经营场所使用证明"),
            item("03", "食品经营许可变更", "enterprise", "营业执照副本"),
            item("04", "出生医学证明与户口登记", "social", "结婚证", "户口簿"),
            item("05", "城乡居民基本医疗保险参保登记", "social"),
            item("06", "机动车驾驶证期满换证", "social", "体检证明"),
            item("07", "居民身份证补领", "social", "户口簿"),
            item("08", "国有建设用地使用权及房屋所有权转移登记", "estate", "不动产权证书", "买卖合同", "完税证明"));
    return new Catalogue(
        1,
        LocalDate.of(2026, 1, 1),
        List.of(),
        List.of(),
        items,
        List.of(),
        List.of(
            errand("shop", "开个小店", "Open a small shop", "01", "02", "03"),
            errand("newborn", "新生儿", "A new baby", "04", "05"),
            errand("insurance", "医保社保", "Medical and social insurance", "05"),
            errand("driving", "车船驾驶", "Driving and transport", "06"),
            errand("identity", "户口身份证", "Household and identity card", "07", "04"),
            errand("home", "买房过户", "Buying a home", "08"),
            errand("retirement", "退休养老", "Retirement and old age", "05", "07"),
            errand("relief", "困难救助", "Help in hardship", "05", "07")));
  }

  private static Errand errand(String id, String zh, String en, String... items) {
    return new Errand(id, new Name(zh, en), List.of(items));
  }

  private static Item item(String code, String name, String subCentre, String... papers) {
    List<Material> materials = new ArrayList<>();
    materials.add(
        new Material("id", "身份证", true, "", true, 1, 0, true, false, 0, false, "公安机关", ""));
    for (String paper : papers) {
      materials.add(
          new Material(paper, paper, true, "", false, 1, 1, false, true, 5, false, "", ""));
    }
    TimeLimit limit = new TimeLimit(5, TimeLimit.Unit.WORKING_DAY);
    return new Item(
        code,
        code,
        code,
        new Name(name, ""),
        "01",
        "d",
        subCentre,
        true,
        false,
        true,
        false,
        List.of(),
        true,
        true,
        limit,
        limit,
        false,
        "不收费",
        List.of(),
        List.of(),
        List.of(),
        materials,
        List.of(),
        "");
  }

  @Override
  public Optional<String> lineOf(Item item) {
    return Optional.of(item.subCentre());
  }

  @Override
  public List<Item> find(String typed, int most) {
    List<Item> all = catalogue().items();
    return typed.startsWith("Z")
        ? List.of()
        : all.subList(0, Math.max(1, all.size() - typed.length()));
  }

  @Override
  public List<Offer> offers() {
    if (away) {
      throw new HallUnavailable("reading the lines", null);
    }
    if (broken) {
      throw new IllegalStateException("a test's failure");
    }
    List<Offer> offers = new ArrayList<>();
    int[] ahead = {3, 7, 0, 0, 2};
    for (int i = 0; i < LINES.size(); i++) {
      Line line = rules().line(LINES.get(i)).orElseThrow();
      boolean open = !line.id().equals("estate");
      offers.add(
          new Offer(
              line,
              ahead[i],
              new WaitEstimate(ahead[i] * 2, ahead[i] * 4),
              rules().windowsOf(line.id()),
              open,
              open ? Optional.empty() : Optional.of(LocalTime.of(13, 30))));
    }
    return offers;
  }

  @Override
  public IssueOutcome take(Wish wish) {
    wishes.add(wish);
    if (fails) {
      throw new IllegalStateException("a test's failure");
    }
    return answer;
  }

  @Override
  public IssueOutcome answer(IssueOutcome.DidPaperCome asked, PaperOutcome paper) {
    answers.add(paper);
    return switch (paper) {
      case CAME -> new IssueOutcome.Issued(asked.ticket(), asked.ahead(), asked.estimate());
      case FAILED -> new IssueOutcome.NoPaper(asked.ticket(), "NO_PAPER_SEEN");
      case UNKNOWN -> new IssueOutcome.Unconfirmed(asked.ticket(), "NOBODY_ANSWERED");
    };
  }

  @Override
  public void onCard(Consumer<CardEvent> listener) {
    cards.add(listener);
  }

  void lay() {
    cards.forEach(each -> each.accept(new CardEvent.Read(card())));
  }

  void lift() {
    cards.forEach(each -> each.accept(new CardEvent.Lifted()));
  }

  @Override
  public void onNews(Runnable listener) {
    // nothing changes by itself here
  }

  @Override
  public DeviceState printer() {
    return printer;
  }

  @Override
  public boolean readsCards() {
    return true;
  }
}
