package cn.wuyouhall.kiosk;

import cn.wuyouhall.ui.Texts;
import cn.wuyouhall.ui.Theme;
import cn.wuyouhall.ui.UiTimers;
import java.time.InstantSource;

/** What every page of the kiosk has around it. */
record Around(
    KioskVisit visit,
    KioskJobs jobs,
    Texts texts,
    Theme theme,
    UiTimers timers,
    InstantSource clock) {}
