package cn.wuyouhall.station;

import cn.wuyouhall.domain.devices.Paper;
import cn.wuyouhall.domain.devices.Paper.Align;
import cn.wuyouhall.domain.devices.Paper.Part;
import cn.wuyouhall.domain.hall.HallRules;
import cn.wuyouhall.domain.hall.Line;
import cn.wuyouhall.domain.hall.NumberRuns;
import cn.wuyouhall.domain.queue.Ticket;
import cn.wuyouhall.domain.queue.WaitEstimate;
import cn.wuyouhall.domain.time.HallTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** The ticket as paper. Numbers, line and place only; never a name. */
final class TicketLayout {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  private TicketLayout() {}

  static Paper of(Ticket ticket, HallRules rules, int ahead, WaitEstimate estimate) {
    Line line = rules.line(ticket.line()).orElseThrow();
    List<Part> parts = new ArrayList<>();
    parts.add(text(rules.name().zh(), 1));
    parts.add(new Part.Text(ticket.number().shown(), 4, Align.CENTRE, true));
    parts.add(text(line.name().zh(), 2));
    parts.add(text(windows(rules.windowsOf(line.id())), 1));
    parts.add(text(ahead(ahead) + " " + wait(estimate), 1));
    parts.add(new Part.Qr(TicketCode.of(ticket.id())));
    parts.add(text(TIME.format(HallTime.local(ticket.issuedAt())) + " 过号请到导办台", 1));
    return new Paper(parts);
  }

  private static String windows(List<Integer> numbers) {
    return String.join("、", NumberRuns.of(numbers, "-")) + "号窗口";
  }

  private static String ahead(int ahead) {
    return ahead == 0 ? "前面没有人" : "前面%d人".formatted(ahead);
  }

  private static String wait(WaitEstimate estimate) {
    return estimate.fromMinutes() == 0
        ? "约%d分钟以内".formatted(estimate.untilMinutes())
        : "约%d-%d分钟".formatted(estimate.fromMinutes(), estimate.untilMinutes());
  }

  private static Part text(String text, int size) {
    return new Part.Text(text, size, Align.CENTRE, false);
  }
}
