package cn.wuyouhall.virtual.panel;

/** What a control asks the panel to do. */
@FunctionalInterface
interface Hands {
  /** Carries out one device command away from the FX thread. */
  void act(String command);
}
