package cn.wuyouhall.kiosk.guide;

import cn.wuyouhall.domain.devices.DeviceState;
import cn.wuyouhall.domain.devices.IdReader.CardEvent;
import cn.wuyouhall.domain.devices.Scanner.Scan;
import cn.wuyouhall.domain.hall.HallAccounts.Role;
import cn.wuyouhall.domain.hall.HallRules;
import cn.wuyouhall.domain.people.IdKind;
import cn.wuyouhall.domain.people.Person;
import cn.wuyouhall.domain.queue.CallResult;
import cn.wuyouhall.domain.queue.HallUnavailable;
import cn.wuyouhall.domain.queue.Priority;
import cn.wuyouhall.domain.queue.Ticket;
import cn.wuyouhall.domain.queue.TicketNumber;
import cn.wuyouhall.domain.queue.TicketState;
import cn.wuyouhall.domain.queue.WaitEstimate;
import cn.wuyouhall.kiosk.FakeJobs;
import cn.wuyouhall.station.GuideTickets.Found;
import cn.wuyouhall.station.GuideTickets.LineNow;
import cn.wuyouhall.station.GuideTickets.Look;
import cn.wuyouhall.station.GuideTickets.Settled;
import cn.wuyouhall.station.IssueOutcome;
import cn.wuyouhall.station.Session;
import cn.wuyouhall.station.SignIn;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** A guide desk that answers as it is told, and remembers what it was asked. */
final class FakeGuide implements GuideJobs {
  static final Session GAO = new Session("0101", "高文静", Set.of(Role.GUIDE), FakeJobs.NOW);
  static final Person LI = new Person("李秀兰", IdKind.RESIDENT, "610829195803040017", "", false);

  final List<String> asked = new CopyOnWriteArrayList<>();
  final List<Ticket> tickets = new CopyOnWriteArrayList<>();
  final List<Ticket> wanting = new CopyOnWriteArrayList<>();
  volatile IssueOutcome answer =
      new IssueOutcome.Issued(ticket("A", 42, TicketState.WAITING, false), 7, wait(15, 25));
  volatile Settled settled = new Settled.Done(ticket("A", 19, TicketState.WAITING, false));
  volatile boolean away;
  volatile Runnable whileIssuing = () -> {};
  volatile DeviceState printer = new DeviceState(DeviceState.Health.GOOD, "", Optional.empty());
  Consumer<CardEvent> card = event -> {};
  Consumer<Scan> scan = event -> {};
  Runnable news = () -> {};

  static WaitEstimate wait(int from, int until) {
    return new WaitEstimate(from, until);
  }

  static Ticket ticket(String prefix, int number, TicketState state, boolean unconfirmed) {
    return ticket(prefix, number, state, unconfirmed, Optional.empty());
  }

  static Ticket ticket(
      String prefix, int number, TicketState state, boolean unconfirmed, Optional<Person> holder) {
    boolean atWindow = state == TicketState.CALLED || state == TicketState.SERVING;
    return new Ticket(
        new UUID(prefix.charAt(0), number),
        LocalDate.of(2026, 11, 23),
        prefix.equals("A") ? "social" : "enterprise",
        new TicketNumber(prefix, number),
        state,
        unconfirmed,
        Priority.NONE,
        FakeJobs.NOW.minus(Duration.ofMinutes(60 - number)),
        holder,
        atWindow ? OptionalInt.of(3) : OptionalInt.empty(),
        atWindow ? 1 : 0,
        Optional.empty());
  }

  @Override
  public HallRules rules() {
    return FakeJobs.hall();
  }

  @Override
  public boolean readsCards() {
    return true;
  }

  @Override
  public SignIn.Outcome signIn(String number, char[] pin) {
    boolean right = number.equals("0101") && Arrays.equals(pin, "1357".toCharArray());
    if (number.equals("0312")) {
      return new SignIn.Outcome.SignedIn(
          new Session(number, "领导", Set.of(Role.SUPERVISOR), FakeJobs.NOW));
    }
    return right ? new SignIn.Outcome.SignedIn(GAO) : new SignIn.Outcome.Wrong();
  }

  @Override
  public Look look(Session guide) {
    there();
    List<LineNow> lines = new ArrayList<>();
    int[] waiting = {12, 17, 6, 0, 3};
    int[] minutes = {18, 26, 9, 0, 4};
    for (int i = 0; i < waiting.length; i++) {
      lines.add(
          new LineNow(
              rules().lines().get(i),
              waiting[i],
              waiting[i] == 0
                  ? Optional.empty()
                  : Optional.of(FakeJobs.NOW.minus(Duration.ofMinutes(minutes[i]))),
              i == 4 ? 0 : 4 - i,
              true,
              Optional.empty()));
    }
    return new Look(FakeJobs.NOW, lines, wanting, 233, 187, 5);
  }

  private void there() {
    if (away) {
      throw new HallUnavailable("away", null);
    }
  }

  @Override
  public Found find(Session guide, String text) {
    if (!text.matches("[A-Za-z]\\d+")) {
      return new Found.NotUnderstood();
    }
    List<Ticket> there =
        tickets.stream().filter(one -> one.number().shown().equalsIgnoreCase(text)).toList();
    return there.isEmpty() ? new Found.Nothing() : new Found.Tickets(there);
  }

  @Override
  public Found findOf(Session guide, Person holder) {
    List<Ticket> there =
        tickets.stream()
            .filter(
                one -> one.holder().filter(p -> p.idNumber().equals(holder.idNumber())).isPresent())
            .toList();
    return there.isEmpty() ? new Found.Nothing() : new Found.Tickets(there);
  }

  @Override
  public IssueOutcome issue(Session guide, String line, Optional<Person> holder) {
    asked.add("issue " + line + holder.map(person -> " " + person.idNumber()).orElse(""));
    Runnable now = whileIssuing;
    whileIssuing = () -> {};
    now.run();
    return answer;
  }

  @Override
  public IssueOutcome replace(Session guide, UUID ticket) {
    asked.add("replace " + ticket.getLeastSignificantBits());
    return answer;
  }

  @Override
  public IssueOutcome answer(Session guide, IssueOutcome.DidPaperCome question, boolean came) {
    asked.add("came " + came);
    return came
        ? new IssueOutcome.Issued(question.ticket(), question.ahead(), question.estimate())
        : new IssueOutcome.NoPaper(question.ticket(), "NO_PAPER_SEEN");
  }

  @Override
  public Settled confirm(Session guide, UUID ticket) {
    asked.add("confirm " + ticket.getLeastSignificantBits());
    return settled;
  }

  @Override
  public Settled takeBack(Session guide, UUID ticket) {
    asked.add("void " + ticket.getLeastSignificantBits());
    return settled;
  }

  static Settled refused() {
    return new Settled.Refused(CallResult.Reason.ANOTHER_WINDOW);
  }

  @Override
  public DeviceState printer() {
    return printer;
  }

  @Override
  public void onCard(Consumer<CardEvent> listener) {
    card = listener;
  }

  @Override
  public void onScan(Consumer<Scan> listener) {
    scan = listener;
  }

  @Override
  public void onNews(Runnable listener) {
    news = listener;
  }

  @Override
  public void forget(Runnable listener) {
    news = () -> {};
  }
}
