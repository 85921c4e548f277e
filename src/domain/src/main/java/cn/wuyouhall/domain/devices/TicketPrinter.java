package cn.wuyouhall.domain.devices;

/** A ticket printer. One job at a time. */
public interface TicketPrinter extends Device {
  /**
   * Prints one ticket and waits until its outcome is known or can no longer be: real seconds,
   * bounded by the model's time-out. Blocks; refuses the screen's thread. Says {@code Failed} only
   * with proof that no whole paper came.
   */
  PrintResult print(Paper paper);

  /** What is known of a job. */
  sealed interface PrintResult {
    /** The printer confirmed the paper. */
    record Printed() implements PrintResult {}

    /** All was sent and this printer cannot confirm: ask the person. */
    record AskPerson() implements PrintResult {}

    /** Proven that no whole paper came; {@code code} as in {@link DeviceState}. */
    record Failed(String code) implements PrintResult {}

    /** Nobody knows. */
    record Unknown(String code) implements PrintResult {}
  }
}
