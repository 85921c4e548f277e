package cn.wuyouhall.station;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.wuyouhall.domain.devices.Paper;
import cn.wuyouhall.domain.queue.Priority;
import cn.wuyouhall.domain.queue.Ticket;
import cn.wuyouhall.domain.queue.TicketNumber;
import cn.wuyouhall.domain.queue.TicketState;
import cn.wuyouhall.domain.queue.WaitEstimate;
import cn.wuyouhall.station.data.RulesFile;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What stands on a ticket. */
class TicketLayoutTest {
  private static List<String> lines(int ahead, WaitEstimate estimate) {
    Ticket ticket =
        new Ticket(
            new UUID(0, 23),
            LocalDate.of(2026, 11, 23),
            "general",
            new TicketNumber("E", 23),
            TicketState.PRINTING,
            false,
            Priority.NONE,
            Instant.parse("2026-11-23T02:42:00Z"),
            Optional.empty(),
            OptionalInt.empty(),
            0,
            Optional.empty());
    return TicketLayout.of(ticket, RulesFile.sample(), ahead, estimate).parts().stream()
        .filter(Paper.Part.Text.class::isInstance)
        .map(part -> ((Paper.Part.Text) part).text())
        .toList();
  }

  @Test
  void numberLineWindowsAndWait() {
    assertEquals(
        List.of(
            "吴堡县政务服务大厅",
            "E023",
            "综合",
            "3、10、14-16号窗口",
            "前面7人 约15-25分钟",
            "2026-11-23 10:42 过号请到导办台"),
        lines(7, new WaitEstimate(15, 25)));
  }

  @Test
  void nobodyAheadIsSaidSo() {
    assertEquals("前面没有人 约5分钟以内", lines(0, new WaitEstimate(0, 5)).get(4));
  }
}
