package cn.wuyouhall.domain.devices;

import java.util.List;

/**
 * What is to be printed on one ticket: parts from top to bottom, then one cut.
 *
 * @param parts in order
 */
public record Paper(List<Part> parts) {
  public Paper {
    parts = List.copyOf(parts);
  }

  /** A part of the paper. */
  public sealed interface Part {
    /**
     * A line of text.
     *
     * @param text any Chinese; breaks by itself at the paper's width
     * @param size 1 normal to 8
     * @param align where it stands
     * @param bold whether it is bold
     */
    record Text(String text, int size, Align align, boolean bold) implements Part {}

    /** A QR code with an ASCII payload, centred. */
    record Qr(String payload) implements Part {}

    /** A thin rule across the paper. */
    record Rule() implements Part {}

    /** Blank lines. */
    record Feed(int lines) implements Part {}
  }

  /** Where a line stands. */
  public enum Align {
    LEFT,
    CENTRE,
    RIGHT
  }
}
