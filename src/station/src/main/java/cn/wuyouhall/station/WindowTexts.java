package cn.wuyouhall.station;

import cn.wuyouhall.domain.queue.TicketNumber;

/** The sentences of a window's LED display: ticket numbers and fixed words only. */
final class WindowTexts {
  String please(TicketNumber number, int window) {
    return "请%s到%d号窗口".formatted(number.shown(), window);
  }

  String welcome() {
    return "欢迎光临";
  }
}
