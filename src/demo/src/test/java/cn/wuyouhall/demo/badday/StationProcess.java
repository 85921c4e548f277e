package cn.wuyouhall.demo.badday;

import cn.wuyouhall.demo.hall.SampleHall;
import cn.wuyouhall.domain.cases.CaseRegister;
import cn.wuyouhall.domain.cases.HallOutbox;
import cn.wuyouhall.domain.cases.MaterialMark;
import cn.wuyouhall.domain.catalogue.Item;
import cn.wuyouhall.domain.catalogue.Material;
import cn.wuyouhall.domain.devices.TicketPrinter;
import cn.wuyouhall.domain.people.IdKind;
import cn.wuyouhall.domain.people.Person;
import cn.wuyouhall.domain.queue.HallQueue;
import cn.wuyouhall.domain.queue.Priority;
import cn.wuyouhall.domain.rating.RatingBox;
import cn.wuyouhall.domain.time.StatedClock;
import cn.wuyouhall.station.AcceptCase;
import cn.wuyouhall.station.CaseDraft;
import cn.wuyouhall.station.IssueOutcome;
import cn.wuyouhall.station.Links;
import cn.wuyouhall.station.Session;
import cn.wuyouhall.station.SignIn;
import cn.wuyouhall.station.Station;
import cn.wuyouhall.station.Surroundings;
import cn.wuyouhall.station.WindowCalls;
import cn.wuyouhall.station.settings.SettingsFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/**
 * A station in a process of its own, without a screen: the very jobs its screen would call, one
 * command a line, one answer a line. It can be told to stop dead before or after one call of one of
 * its ports, says so, and waits there to be killed.
 */
public final class StationProcess {
  private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  private final Station station;
  private Session clerk;

  private StationProcess(Station station) {
    this.station = station;
  }

  /**
   * Arguments: settings file, home, origin of the clock in ms, its start and speed, and where to
   * stop.
   */
  public static void main(String[] arguments) throws IOException {
    System.setOut(System.err); // The log goes there; the answers have OUT to themselves.
    StatedClock clock =
        new StatedClock(
            InstantSource.system(),
            Instant.ofEpochMilli(Long.parseLong(arguments[2])),
            Instant.parse(arguments[3]),
            Double.parseDouble(arguments[4]));
    Surroundings around =
        Surroundings.real().at(clock, clock.pace()).with(seams(arguments[5], arguments[6]));
    SettingsFile.Reading.Good good =
        (SettingsFile.Reading.Good) SettingsFile.read(Path.of(arguments[0]), Path.of(arguments[1]));
    try (Station station = Station.open(good.settings(), around)) {
      OUT.println("READY");
      new StationProcess(station).serve();
    }
  }

  private static Surroundings.Seams seams(String method, String when) {
    return new Surroundings.Seams(
        port -> stopping(HallQueue.class, port, method, when),
        port -> stopping(TicketPrinter.class, port, method, when),
        port -> stopping(CaseRegister.class, port, method, when),
        port -> stopping(HallOutbox.class, port, method, when),
        port -> stopping(RatingBox.class, port, method, when));
  }

  private static <P> P stopping(Class<P> type, P real, String stop, String when) {
    Object proxy =
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> {
              boolean here = method.getName().equals(stop);
              if (here && when.equals("before")) {
                stopDead(stop, when);
              }
              Object answer;
              try {
                answer = method.invoke(real, arguments);
              } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
              }
              boolean nothing = answer instanceof Optional<?> found && found.isEmpty();
              if (here && when.equals("after") && !nothing) {
                stopDead(stop, when);
              }
              return answer;
            });
    return type.cast(proxy);
  }

  private static void stopDead(String method, String when) {
    OUT.println("STOPPED " + when + " " + method);
    while (true) {
      LockSupport.park();
    }
  }

  private void serve() throws IOException {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      OUT.println(answer(line));
    }
  }

  private String answer(String command) {
    return switch (command) {
      case "issue" -> issue();
      case "sign-in" -> signIn();
      case "call" -> said(calls().callNext(clerk));
      case "serve" -> said(calls().serve(clerk));
      case "finish" -> said(calls().finish(clerk));
      case "current" ->
          calls()
              .current(clerk)
              .map(now -> now.ticket().state() + " " + now.visit())
              .orElse("FREE");
      case "accept" -> accept();
      case "owed" -> owed();
      case "devices" -> station.links().devices().values().toString();
      default -> "?";
    };
  }

  private WindowCalls calls() {
    return station.windowCalls().orElseThrow();
  }

  private String issue() {
    IssueOutcome outcome =
        station.issueTicket().orElseThrow().issue("social", Optional.empty(), Priority.NONE, "");
    String number =
        outcome instanceof IssueOutcome.Issued issued ? " " + issued.ticket().number() : "";
    return outcome.getClass().getSimpleName() + number;
  }

  private String signIn() {
    if (station.signIn().signIn(SampleHall.CLERK, SampleHall.PIN.toCharArray())
        instanceof SignIn.Outcome.SignedIn in) {
      clerk = in.session();
      return "SignedIn";
    }
    return "NotSignedIn";
  }

  private static String said(WindowCalls.Outcome outcome) {
    return outcome.getClass().getSimpleName();
  }

  private String accept() {
    Item item = station.findItem().search("小餐饮经营许可新办", 1).getFirst().item();
    Person applicant =
        new Person("张小三", IdKind.RESIDENT, "11010519491231002X", "13800000000", false);
    CaseDraft draft =
        station.acceptCase().begin(calls().current(clerk).orElseThrow().visit(), item, applicant);
    Map<String, MaterialMark> marks = new HashMap<>();
    for (Material material : item.materials()) {
      boolean paper = material.originals() > 0 || material.copies() > 0;
      marks.put(material.id(), paper ? MaterialMark.ORIGINAL : MaterialMark.VERIFIED);
    }
    AcceptCase.Outcome outcome =
        station
            .acceptCase()
            .accept(
                clerk,
                new CaseDraft(
                    draft.caseId(), draft.visit(), item, applicant, item.answers(Set.of()), marks));
    return outcome instanceof AcceptCase.Outcome.Saved saved
        ? "Saved " + saved.record().caseNo()
        : outcome.getClass().getSimpleName();
  }

  private String owed() {
    Links links = station.links();
    return links.toHall() + " " + links.toProvince();
  }
}
