package cn.wuyouhall.kiosk.board;

import cn.wuyouhall.station.WatchBoard.Look;
import java.util.Optional;

/** What the call board asks of the station. */
public interface BoardJobs {
  /** The hall now, or the last state seen; empty before the first. Blocks. */
  Optional<Look> look();

  /** Tells that something in the hall changed or that the hall database went or came back. */
  void onNews(Runnable listener);
}
