package cn.wuyouhall.kiosk;

import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.input.MouseEvent;

/**
 * Ignores the second tap of a double tap: it must not press what the next page shows at the same
 * place. Keys and paging are tapped quickly on purpose.
 */
final class SecondTap implements EventHandler<MouseEvent> {
  @Override
  public void handle(MouseEvent event) {
    boolean quickOnPurpose =
        event.getTarget() instanceof Node node
            && (isInside(node, "keyboard") || isInside(node, "paging"));
    if (event.getClickCount() > 1 && !quickOnPurpose) {
      event.consume();
    }
  }

  private static boolean isInside(Node node, String styleClass) {
    for (Node each = node; each != null; each = each.getParent()) {
      if (each.getStyleClass().contains(styleClass)) {
        return true;
      }
    }
    return false;
  }
}
