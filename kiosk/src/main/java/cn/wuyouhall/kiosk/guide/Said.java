package cn.wuyouhall.kiosk.guide;

import cn.wuyouhall.ui.controls.StatusStrip.Tone;

/** A sentence for the guide; blank text says nothing. */
record Said(Tone tone, String text) {
  static final Said NOTHING = new Said(Tone.QUIET, "");
}
