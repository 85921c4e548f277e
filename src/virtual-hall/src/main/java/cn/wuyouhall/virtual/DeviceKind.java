package cn.wuyouhall.virtual;

import java.util.Arrays;
import java.util.Optional;

/** The kinds of device the virtual hall has, with the words {@code hall.toml} uses for them. */
public enum DeviceKind {
  TICKET_PRINTER("ticket-printer"),
  ID_READER("id-reader"),
  SCANNER("scanner"),
  RATING_PAD("rating-pad"),
  WINDOW_DISPLAY("window-display");

  private final String word;

  DeviceKind(String word) {
    this.word = word;
  }

  /** The kind as {@code hall.toml} writes it. */
  public String word() {
    return word;
  }

  /** The kind of that word. */
  public static Optional<DeviceKind> of(String word) {
    return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
  }
}
