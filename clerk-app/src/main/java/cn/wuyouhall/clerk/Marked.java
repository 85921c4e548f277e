package cn.wuyouhall.clerk;

import cn.wuyouhall.domain.catalogue.ItemSearch.Span;
import java.util.List;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** A text whose matching parts stand out (style classes {@code plain-part}, {@code match-part}). */
final class Marked {
  private Marked() {}

  static TextFlow of(String text, List<Span> spans) {
    TextFlow flow = new TextFlow();
    int at = 0;
    for (Span span : spans) {
      add(flow, text.substring(at, span.from()), "plain-part");
      add(flow, text.substring(span.from(), span.until()), "match-part");
      at = span.until();
    }
    add(flow, text.substring(at), "plain-part");
    return flow;
  }

  private static void add(TextFlow flow, String part, String style) {
    if (!part.isEmpty()) {
      Text text = new Text(part);
      text.getStyleClass().add(style);
      flow.getChildren().add(text);
    }
  }
}
