package cn.wuyouhall.clerk;

import cn.wuyouhall.station.Station;
import cn.wuyouhall.ui.Background;
import cn.wuyouhall.ui.Texts;
import cn.wuyouhall.ui.UiTimers;

/** What every part of the clerk's page has around it. */
record Around(Station station, Background work, UiTimers timers, Texts texts) {}
