package cn.wuyouhall.domain.hall;

import java.util.List;

/**
 * A window of the hall.
 *
 * @param no its number as written above it
 * @param name what it handles, as shown on the pad and the board
 * @param lines the lines it serves, the first one first
 * @param zone the board and voice it belongs to (a sub-centre's id)
 */
public record Window(int no, Name name, List<String> lines, String zone) {
  public Window {
    lines = List.copyOf(lines);
  }
}
