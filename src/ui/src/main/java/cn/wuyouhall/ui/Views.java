package cn.wuyouhall.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.ResourceBundle;
import javafx.beans.property.Property;
import javafx.fxml.FXMLLoader;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableColumnBase;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.TitledPane;
import javafx.scene.control.Tooltip;
import javafx.scene.text.Text;

/**
 * Loads FXML that lies beside its controller. {@code %key} in it becomes a text of {@link Texts}
 * that follows the language while the screen is open. FX thread.
 */
public final class Views {
  /** Stands before a key between loading and binding; occurs in no text. */
  private static final String MARK = "\u0001";

  private Views() {}

  /**
   * Loads {@code NAME.fxml} from the package of {@code controller}, which becomes its controller.
   *
   * @throws UncheckedIOException when the file is missing or wrong: a fault in the program
   */
  public static Parent load(String name, Object controller, Texts texts) {
    URL place = controller.getClass().getResource(name + ".fxml");
    if (place == null) {
      throw new IllegalArgumentException(
          "no " + name + ".fxml beside " + controller.getClass().getName());
    }
    FXMLLoader loader = new FXMLLoader(place, new Keys());
    loader.setController(controller);
    try {
      Parent root = loader.load();
      bind(root, texts);
      return root;
    } catch (IOException e) {
      throw new UncheckedIOException("screen " + name, e);
    }
  }

  /** Binds every text under {@code node} that FXML gave as {@code %key}. */
  private static void bind(Node node, Texts texts) {
    bind(node.accessibleTextProperty(), texts);
    switch (node) {
      case Labeled labeled -> bindLabeled(labeled, texts);
      case TextInputControl input -> bind(input.promptTextProperty(), texts);
      case Text text -> bind(text.textProperty(), texts);
      case TableView<?> table -> table.getColumns().forEach(column -> bindColumn(column, texts));
      case TabPane tabs -> tabs.getTabs().forEach(tab -> bindTab(tab, texts));
      case ScrollPane scroll when scroll.getContent() != null -> bind(scroll.getContent(), texts);
      case SplitPane split -> split.getItems().forEach(item -> bind(item, texts));
      default -> {
        // nothing of its own to say
      }
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> bind(child, texts));
    }
  }

  private static void bindLabeled(Labeled labeled, Texts texts) {
    bind(labeled.textProperty(), texts);
    Tooltip tooltip = labeled.getTooltip();
    if (tooltip != null) {
      bind(tooltip.textProperty(), texts);
    }
    if (labeled.getGraphic() != null) {
      bind(labeled.getGraphic(), texts);
    }
    if (labeled instanceof TitledPane pane && pane.getContent() != null) {
      bind(pane.getContent(), texts);
    }
  }

  private static void bindColumn(TableColumnBase<?, ?> column, Texts texts) {
    bind(column.textProperty(), texts);
    column.getColumns().forEach(inner -> bindColumn(inner, texts));
  }

  private static void bindTab(Tab tab, Texts texts) {
    bind(tab.textProperty(), texts);
    if (tab.getContent() != null) {
      bind(tab.getContent(), texts);
    }
  }

  private static void bind(Property<String> property, Texts texts) {
    String value = property.getValue();
    if (value != null && value.startsWith(MARK)) {
      property.bind(texts.bound(value.substring(MARK.length())));
    }
  }

  /** A bundle that answers every key with the marked key. */
  private static final class Keys extends ResourceBundle {
    @Override
    protected Object handleGetObject(String key) {
      return MARK + key;
    }

    @Override
    public boolean containsKey(String key) {
      return true;
    }

    @Override
    public Enumeration<String> getKeys() {
      return Collections.emptyEnumeration();
    }
  }
}
