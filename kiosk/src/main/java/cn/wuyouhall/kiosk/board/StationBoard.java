package cn.wuyouhall.kiosk.board;

import cn.wuyouhall.station.Station;
import cn.wuyouhall.station.WatchBoard.Look;
import java.util.Optional;

/** The board's jobs as a station does them. */
public final class StationBoard implements BoardJobs {
  private final Station station;

  /** The jobs of this station. */
  public StationBoard(Station station) {
    this.station = station;
  }

  @Override
  public Optional<Look> look() {
    return station.watchBoard().look();
  }

  @Override
  public void onNews(Runnable listener) {
    station.news().onChange(listener);
  }
}
