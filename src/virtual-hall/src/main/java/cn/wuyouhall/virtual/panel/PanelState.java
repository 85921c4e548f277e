package cn.wuyouhall.virtual.panel;

import java.nio.file.Path;
import java.util.Map;

/**
 * What the panel shows at one moment.
 *
 * @param plugged whether each device's cable is in, by name
 * @param readers what lies on each card reader, by name
 * @param printer the printer's state, a word of the texts ({@code full}, {@code near-end}, {@code
 *     ending}, {@code out}, {@code cover}, {@code off})
 * @param pads each pad's state, by name
 * @param strips each strip's text, by name
 * @param paper the last paper, null before the first
 */
public record PanelState(
    Map<String, Boolean> plugged,
    Map<String, Reader> readers,
    String printer,
    Map<String, String> pads,
    Map<String, String> strips,
    Paper paper) {
  /**
   * A card reader.
   *
   * @param card the card's name, empty for none
   * @param stage how far it was read, a word of the texts
   */
  public record Reader(String card, String stage) {}

  /**
   * The last paper.
   *
   * @param number counted from 1
   * @param picture its PNG, there when this state is made
   * @param code what its first QR code holds, empty without one
   * @param missingGlyphs characters that came out as boxes
   */
  public record Paper(int number, Path picture, String code, int missingGlyphs) {}
}
