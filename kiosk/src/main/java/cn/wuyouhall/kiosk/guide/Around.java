package cn.wuyouhall.kiosk.guide;

import cn.wuyouhall.ui.Background;
import cn.wuyouhall.ui.Texts;
import cn.wuyouhall.ui.UiTimers;
import java.time.InstantSource;

/** What every page of the guide desk has around it. */
record Around(GuideJobs jobs, Background work, UiTimers timers, Texts texts, InstantSource clock) {}
